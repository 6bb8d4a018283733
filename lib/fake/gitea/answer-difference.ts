import { type Answer, answerNotFound } from "../answer.ts";
import { sha1 } from "../sha1.ts";
import type { FakeFile } from "../store.ts";
import type { RepositoryCall } from "./call.ts";
import { pullOf } from "./subjects.ts";

/** The difference of a pull request as `git diff` prints it, which is how the forge hands it on. */
export function answerDifference({ repository, params, store }: RepositoryCall): Answer {
  const pull = pullOf(repository, Number(params.index));
  if (!pull) return answerNotFound(store);
  return {
    status: 200,
    headers: { "Content-Type": "text/plain;charset=utf-8" },
    body: pull.files.map(printFile).join(""),
  };
}

function printFile(file: FakeFile): string {
  const [before, after] = [`a/${file.previousPath ?? file.path}`, `b/${file.path}`];
  const begin = `diff --git ${quoted(before)} ${quoted(after)}\n${moved(file)}`;
  const hunks = file.patch === undefined ? filler(file) : file.patch;
  if (hunks === "" && (file.status === "renamed" || file.status === "copied")) return begin;
  const [oldId, newId] = idsOf(file, hunks);
  const index = `index ${oldId}..${newId}${file.status === "added" || file.status === "deleted" ? "" : " 100644"}\n`;
  if (hunks === "") return `${begin}${index}`;
  const oldName = file.status === "added" ? "/dev/null" : before;
  const newName = file.status === "deleted" ? "/dev/null" : after;
  if (hunks === null)
    return `${begin}${index}Binary files ${quoted(oldName)} and ${quoted(newName)} differ\n`;
  return `${begin}${index}--- ${named(oldName)}\n+++ ${named(newName)}\n${hunks}`;
}

function moved({ status, path, previousPath, patch, additions }: FakeFile): string {
  if (status === "added") return "new file mode 100644\n";
  if (status === "deleted") return "deleted file mode 100644\n";
  if (status === "changed") return "";
  const verb = status === "renamed" ? "rename" : "copy";
  const similar = patch === "" || additions === 0 ? 100 : 90;
  return `similarity index ${similar}%\n${verb} from ${quoted(previousPath ?? path)}\n${verb} to ${quoted(path)}\n`;
}

const NOTHING = "0000000";
const EMPTY_FILE = "e69de29";

function idsOf({ path, status }: FakeFile, hunks: string | null): [string, string] {
  const empty = hunks === "" ? EMPTY_FILE : null;
  const id = (side: string) => empty ?? sha1(`${side} ${path} ${hunks}`).slice(0, 7);
  return [status === "added" ? NOTHING : id("old"), status === "deleted" ? NOTHING : id("new")];
}

/** Lines that stand for those of a row that only gives its sizes. */
function filler({ additions, deletions }: FakeFile): string {
  if (additions + deletions === 0) return "";
  const lines = (count: number, sign: string) =>
    Array.from({ length: count }, (_, index) => `${sign}line ${index + 1}\n`).join("");
  const range = (count: number) => `${count === 0 ? 0 : 1},${count}`;
  return `@@ -${range(deletions)} +${range(additions)} @@\n${lines(deletions, "-")}${lines(additions, "+")}`;
}

const LETTERS: Readonly<Record<string, string>> = {
  "\n": "\\n",
  "\t": "\\t",
  "\r": "\\r",
  '"': '\\"',
  "\\": "\\\\",
};

// The forge sets core.quotePath to false: letters beyond ASCII stay as they are.
function quoted(name: string): string {
  const escaped = name.replace(/./gsu, (sign) => LETTERS[sign] ?? escapedControl(sign));
  return escaped === name ? name : `"${escaped}"`;
}

function escapedControl(sign: string): string {
  const code = sign.charCodeAt(0);
  return code < 32 || code === 127 ? `\\${code.toString(8).padStart(3, "0")}` : sign;
}

// Behind a name with a blank stands a tab, so that other tools find its end.
function named(name: string): string {
  const printed = quoted(name);
  return printed === name && name.includes(" ") ? `${name}\t` : printed;
}
