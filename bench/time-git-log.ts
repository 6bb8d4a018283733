import { execFileSync } from "node:child_process";
import { timeProcess } from "./time-process.ts";

const BYTES_MAX = 1024 * 1024 * 1024;
const environment = { ...process.env, GIT_NO_LAZY_FETCH: "1", GIT_TERMINAL_PROMPT: "0" };

export type LogTime = { readonly seconds: number; readonly note: string };

/** How long git itself takes to show the patches of the newest commits. It ends at the first object that a clone lacks; then the files that lack one are left out, and the note says so. */
export async function timeGitLog(clone: string, commits: number): Promise<LogTime> {
  const args = [
    "-C",
    clone,
    "log",
    "--first-parent",
    "-m",
    "-p",
    "-U0",
    "--no-renames",
    `-${commits}`,
  ];
  const whole = await timeProcess("git", args, environment);
  if (typeof whole === "number") return { seconds: whole, note: "" };
  const missing = missingPaths(clone, commits);
  if (missing.length === 0) throw new Error(`git log ended with ${whole.status}.`);
  const excluded = missing.map((path) => `:(exclude,top,literal)${path}`);
  const rest = await timeProcess("git", [...args, "--", ":/", ...excluded], environment);
  if (typeof rest !== "number") {
    throw new Error(`git log ended with ${rest.status}, also without ${missing.length} files.`);
  }
  return { seconds: rest, note: `git log without ${missing.length} files that the clone lacks` };
}

/** The paths whose contents, before or after one of the newest commits, the clone lacks. */
function missingPaths(clone: string, commits: number): readonly string[] {
  const raw = [
    "log",
    "--first-parent",
    "-m",
    "--raw",
    "--no-renames",
    "--no-abbrev",
    "-z",
    "--format=",
  ];
  const records = git(clone, [...raw, `-${commits}`]).split("\0");
  const pathOf = new Map<string, Set<string>>();
  for (const [index, record] of records.entries()) {
    const change = /^\n?:\d+ (\d+) (\w+) (\w+) /.exec(record);
    const path = records[index + 1];
    if (!change || path === undefined) continue;
    for (const id of [change[2], change[3]]) {
      if (id !== undefined && !/^0+$/.test(id)) {
        pathOf.set(id, (pathOf.get(id) ?? new Set<string>()).add(path));
      }
    }
  }
  const checked = git(
    clone,
    ["cat-file", "--batch-check", "--buffer"],
    [...pathOf.keys()].join("\n"),
  );
  const missing = checked.split("\n").filter((line) => line.endsWith(" missing"));
  return [...new Set(missing.flatMap((line) => [...(pathOf.get(line.split(" ")[0] ?? "") ?? [])]))];
}

const git = (clone: string, args: readonly string[], input = ""): string =>
  execFileSync("git", ["-C", clone, ...args], {
    input: `${input}\n`,
    encoding: "utf8",
    maxBuffer: BYTES_MAX,
    env: environment,
  });
