export type PatchLine = {
  readonly kind: "context" | "added" | "removed";
  readonly text: string;
  /** Counted from 1 in the file after the change; of a removed line, where it would stand now. */
  readonly line: number;
};

export type Hunk = {
  /** The line that opens the block around it, as git prints it behind `@@`; null when there is none. */
  readonly heading: string | null;
  readonly lines: readonly PatchLine[];
};

const HEADER = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@(?: (.*))?$/;
const KIND = { " ": "context", "+": "added", "-": "removed" } as const;

/** The hunks of a unified difference; empty when the text holds none. Source: the format that `git diff` prints. */
export function readPatch(text: string): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let lines: PatchLine[] | null = null;
  let next = 0;
  const rows = text.split("\n");
  if (rows.at(-1) === "") rows.pop();
  for (const raw of rows) {
    const row = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
    const header = HEADER.exec(row);
    if (header) {
      lines = [];
      next = Number(header[1]);
      hunks.push({ heading: header[2] || null, lines });
      continue;
    }
    // Some tools cut the single space of an empty context line.
    const kind = row === "" ? "context" : KIND[row[0] as keyof typeof KIND];
    if (kind === undefined || lines === null) continue;
    lines.push({ kind, text: row.slice(1), line: next });
    if (kind !== "removed") next += 1;
  }
  return hunks;
}
