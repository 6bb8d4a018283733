import { z } from "zod";

const LENGTH_MAX = 300;
const STARS_IN_PART_MAX = 2;
const DEEP_MAX = 3;

/** A glob over paths that any path can be compared with in little time: it stays with every program, and one that is slow would hold up each of its assessments. */
export const PathGlob = z
  .string()
  .trim()
  .min(1, "give a folder or a pattern")
  .max(LENGTH_MAX)
  .refine(
    (glob) => !glob.startsWith("/"),
    "write the path from the root of the repository, without a slash in front",
  )
  .refine(
    isPlain,
    "use at most two * in one part of the path and three ** in all, and no pattern in brackets such as +(a)",
  );

function isPlain(glob: string): boolean {
  const signs = glob.replace(/\\./g, "x");
  if (/[!+*?@]\(|\.\./.test(signs)) return false;
  const parts = signs.split("/");
  const deep = parts.filter((part) => part === "**").length;
  return (
    deep <= DEEP_MAX &&
    parts.every((part) => part === "**" || part.split("*").length - 1 <= STARS_IN_PART_MAX)
  );
}
