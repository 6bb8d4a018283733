import { AppError } from "#/lib/errors.ts";
import type { ChangedFile, FileStatus } from "#/lib/facts/changed-file.ts";
import { sectionsOf, splitDifference } from "#/lib/forge/gitea/split-difference.ts";
import { unquotePath } from "#/lib/forge/gitea/unquote-path.ts";

/** The changed files of a difference as `git diff` prints it, in its order; refuses a text that holds none. */
export function readDifference(text: string): readonly ChangedFile[] {
  const plain = text.replaceAll("\r\n", "\n");
  const start = plain.startsWith("diff --git ") ? 0 : plain.indexOf("\ndiff --git ") + 1;
  const files = [...sectionsOf(plain.slice(start))].flatMap(fileOf);
  if (files.length > 0) return files;
  throw new AppError(
    "invalid",
    "No changed file was found. Paste what `git diff` prints, with its lines that begin with “diff --git”.",
  );
}

function fileOf({ header, hunks }: { header: string; hunks: string }): ChangedFile[] {
  const [entry] = splitDifference(`${header}\n${hunks}`);
  if (!entry) return [];
  const [path, patch] = entry;
  const lines = header.split("\n");
  const from = lines.find((line) => line.startsWith(RENAMED))?.slice(RENAMED.length);
  return [
    {
      path,
      previousPath: from === undefined ? null : unquotePath(from),
      status: statusOf(lines),
      additions: null,
      deletions: null,
      patch,
    },
  ];
}

const RENAMED = "rename from ";

function statusOf(lines: readonly string[]): FileStatus {
  const has = (start: string) => lines.some((line) => line.startsWith(start));
  if (has("new file mode ")) return "added";
  if (has("deleted file mode ")) return "removed";
  if (has(RENAMED)) return "renamed";
  return has("copy from ") ? "copied" : "modified";
}
