import { parse } from "yaml";
import { globMatcher } from "./glob-match.ts";
import { prefixOf } from "./pick.ts";
import type { Reading } from "./source-tree.ts";

export type PackageFile = {
  readonly path: string;
  readonly folder: string;
  readonly name: string | null;
  readonly scripts: ReadonlyMap<string, string>;
  readonly workspaces: readonly string[];
  readonly text: string;
};

/** The `package.json` of a folder; null where there is none, else why it cannot be read. */
export function packageFile(
  reading: Reading,
  folder: string,
): PackageFile | { readonly why: string } | null {
  const path = `${prefixOf(folder)}package.json`;
  const text = reading.text(path);
  if (text === null) return null;
  if (!text.known) return { why: `${path}: ${text.why}` };
  const value = parsedRecord(text.value);
  if (value === null) return { why: `${path} is not valid JSON` };
  const { name, scripts, workspaces } = value;
  const entries = Object.entries(recordIn(scripts)).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  const globs = Array.isArray(workspaces) ? workspaces : recordIn(workspaces)["packages"];
  return {
    path,
    folder,
    name: typeof name === "string" ? name : null,
    scripts: new Map(entries),
    workspaces: textsIn(globs),
    text: text.value,
  };
}

function parsedRecord(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? recordIn(value) : null;
  } catch {
    return null;
  }
}

const recordIn = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((member) => typeof member === "string") : [];

/** The line of a script in its `package.json`, counted from 1. */
export function lineOfScript({ text }: PackageFile, script: string): number {
  const start = Math.max(0, text.indexOf('"scripts"'));
  const at = text.indexOf(JSON.stringify(script), start);
  return at < 0 ? 1 : text.slice(0, at).split("\n").length;
}

const PACKAGES_MAX = 150;

/** The packages of the workspace that a folder belongs to, the root first; none where it belongs to none. */
export function workspacePackages(reading: Reading, folder: string): readonly PackageFile[] {
  for (let here = folder; ; here = here.slice(0, Math.max(0, here.lastIndexOf("/")))) {
    const root = packageFile(reading, here);
    const globs = [
      ...pnpmGlobs(reading, here),
      ...(root && "workspaces" in root ? root.workspaces : []),
    ];
    if (globs.length > 0)
      return [...(root && "name" in root ? [root] : []), ...membersOf(reading, here, globs)];
    if (here === "") return root && "name" in root ? [root] : [];
  }
}

function pnpmGlobs(reading: Reading, folder: string): readonly string[] {
  const text = reading.text(`${prefixOf(folder)}pnpm-workspace.yaml`);
  if (!text?.known) return [];
  try {
    return textsIn(recordIn(parse(text.value, { maxAliasCount: 50 }))["packages"]);
  } catch {
    return [];
  }
}

function membersOf(
  reading: Reading,
  root: string,
  globs: readonly string[],
): readonly PackageFile[] {
  const [away, own] = [true, false].map((negated) =>
    globs
      .filter((glob) => glob.startsWith("!") === negated)
      .map((glob) => globMatcher(glob.replace(/^!?(\.\/)?/, "").replace(/\/$/, ""))),
  );
  const inside = prefixOf(root);
  const folders = reading.tree
    .named("package.json")
    .map((path) => path.slice(0, Math.max(0, path.lastIndexOf("/"))))
    .filter((each) => each !== root && each.startsWith(inside));
  const fits = (each: string) => {
    const rest = each.slice(inside.length);
    return (
      (own ?? []).some((matcher) => matcher?.(rest)) &&
      !(away ?? []).some((matcher) => matcher?.(rest))
    );
  };
  return folders
    .filter(fits)
    .slice(0, PACKAGES_MAX)
    .flatMap((each) => {
      const file = packageFile(reading, each);
      return file && "name" in file ? [file] : [];
    });
}
