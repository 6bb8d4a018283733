import type { FakeFile, FakeFileStatus } from "../store.ts";

/** One pull request of the sample as its table gives it. */
export type PullRow = {
  number: number;
  /** `merged` and `closed` carry the moment in `endedAt`. */
  state: "merged" | "closed" | "open";
  endedAt: string | null;
  author: string;
  mergedBy: string | null;
  title: string;
  body: string;
  files: FakeFile[];
};

const header =
  /^#(\d+) (?:(closed):)?(open|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ) ([\w-]+)(?:>([\w-]+))? (\S.*)$/;

/**
 * Reads a table of pull requests: `#NUMBER MERGED-AT AUTHOR[>MERGED-BY] TITLE`, then its body in
 * lines after `|`, then its files: `A`dded, `M`odified, `D`eleted, `R`enamed or `C`opied
 * `OLD => NEW`. `open` and `closed:TIME` stand for what was not merged; cr2 merges unless said.
 */
export function readPulls(table: string): PullRow[] {
  const rows: PullRow[] = [];
  for (const line of table.split("\n")) {
    if (line === "") continue;
    const started = readHeader(line);
    const current = rows.at(-1);
    if (started) rows.push(started);
    else if (current && line.startsWith("  |")) addBodyLine(current, line.slice(3).trimStart());
    else if (current) current.files.push(readFile(line));
    else throw new Error(`The table starts without a pull request: ${line}`);
  }
  return rows;
}

function readHeader(line: string): PullRow | null {
  const match = header.exec(line);
  if (!match) return null;
  const [, number = "", closed, moment = "", author = "", mergedBy = "cr2", title = ""] = match;
  const state = moment === "open" ? "open" : closed ? "closed" : "merged";
  return {
    number: Number(number),
    state,
    endedAt: state === "open" ? null : moment,
    author,
    mergedBy: state === "merged" ? mergedBy : null,
    title,
    body: "",
    files: [],
  };
}

function addBodyLine(row: PullRow, text: string): void {
  row.body = row.body === "" ? text : `${row.body}\n${text}`;
}

const statuses: Readonly<Record<string, FakeFileStatus>> = {
  A: "added",
  M: "changed",
  D: "deleted",
  R: "renamed",
  C: "copied",
};

function readFile(line: string): FakeFile {
  const match = /^ {2}([AMDRC]) (?:(\S+) => )?(\S+)$/.exec(line);
  const [, letter = "", previous, path = ""] = match ?? [];
  const status = statuses[letter];
  const needsPrevious = status === "renamed" || status === "copied";
  if (!status || needsPrevious !== (previous !== undefined)) {
    throw new Error(`This line of the table is no file: ${line}`);
  }
  // What it holds, and so its size, is written by `contents.ts`.
  return { path, previousPath: previous ?? null, status, additions: 0, deletions: 0 };
}
