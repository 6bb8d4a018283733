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
const KIND: ReadonlyMap<number, PatchLine["kind"]> = new Map([
  [" ".charCodeAt(0), "context"],
  ["+".charCodeAt(0), "added"],
  ["-".charCodeAt(0), "removed"],
]);

const RECENT_MAX = 16;
const RECENT_LENGTH_MAX = 64 * 1024;
const recent = new Map<string, readonly Hunk[]>();

/** The hunks of a unified difference; empty when the text holds none. Source: the format that `git diff` prints. */
export function readPatch(text: string): readonly Hunk[] {
  const known = recent.get(text);
  if (known) return known;
  const hunks = parse(text);
  // The rules of one pull request look at the same few patches one after the other.
  if (text.length <= RECENT_LENGTH_MAX) {
    if (recent.size >= RECENT_MAX) recent.clear();
    recent.set(text, hunks);
  }
  return hunks;
}

function parse(text: string): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let lines: PatchLine[] | null = null;
  let next = 0;
  for (let start = 0, end = 0; start < text.length; start = end + 1) {
    end = text.indexOf("\n", start);
    if (end === -1) end = text.length;
    const stop = end > start && text[end - 1] === "\r" ? end - 1 : end;
    const header = text.startsWith("@@", start) ? HEADER.exec(text.slice(start, stop)) : null;
    if (header) {
      lines = [];
      next = Number(header[1]);
      hunks.push({ heading: header[2] || null, lines });
      continue;
    }
    // Some tools cut the single space of an empty context line.
    const kind = start === stop ? "context" : KIND.get(text.charCodeAt(start));
    if (kind === undefined || lines === null) continue;
    lines.push({ kind, text: text.slice(start + 1, stop), line: next });
    if (kind !== "removed") next += 1;
  }
  return hunks;
}
