import type { Hunk, PatchLine } from "./read-patch.ts";

/** The added and removed lines that change nothing: the same text stands elsewhere again, or a run of lines was only written differently (space, quotes, commas at the end). */
export function settledLines(hunks: readonly Hunk[]): ReadonlySet<PatchLine> {
  const settled = new Set<PatchLine>();
  const changed = hunks.flatMap(({ lines }) => lines.filter(({ kind }) => kind !== "context"));
  // Where lines only came or only went, none of them was there before.
  if (!changed.some(({ kind }) => kind === "added")) return settled;
  if (!changed.some(({ kind }) => kind === "removed")) return settled;
  for (const { lines } of hunks) for (const run of runsOf(lines)) settleFormat(run, settled);
  settleMoves(changed, settled);
  return settled;
}

/** The changed lines of a hunk in runs that no context line interrupts. */
export function runsOf(lines: readonly PatchLine[]): readonly (readonly PatchLine[])[] {
  const runs: PatchLine[][] = [];
  let run: PatchLine[] = [];
  for (const line of lines) {
    if (line.kind === "context") {
      if (run.length > 0) runs.push(run);
      run = [];
    } else run.push(line);
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

function settleFormat(run: readonly PatchLine[], settled: Set<PatchLine>): void {
  const removed = run.filter(({ kind }) => kind === "removed");
  if (removed.length === 0 || removed.length === run.length) return;
  const text = textOf(removed);
  const added = run.filter(({ kind }) => kind === "added");
  if (text !== "" && text === textOf(added)) for (const line of run) settled.add(line);
}

function textOf(lines: readonly PatchLine[]): string {
  const text = lines.map((line) => bare(line.text)).join("");
  return text.replace(/;|,(?=[)\]}]|$)/g, "");
}

function settleMoves(lines: readonly PatchLine[], settled: Set<PatchLine>): void {
  const removed = new Map<string, PatchLine[]>();
  for (const line of lines) {
    if (line.kind !== "removed" || settled.has(line)) continue;
    if (!/\w/.test(line.text)) continue;
    const text = squeeze(line.text);
    const twins = removed.get(text);
    if (twins) twins.push(line);
    else removed.set(text, [line]);
  }
  if (removed.size === 0) return;
  for (const line of lines) {
    if (line.kind !== "added" || settled.has(line)) continue;
    const twin = removed.get(squeeze(line.text))?.pop();
    if (twin) settled.add(line).add(twin);
  }
}

function squeeze(text: string): string {
  const whole = bare(text);
  // By hand: a pattern for the end would begin anew at every comma of a line of a megabyte.
  let end = whole.length;
  while (end > 0 && ",;".includes(whole.charAt(end - 1))) end -= 1;
  return whole.slice(0, end);
}

function bare(text: string): string {
  return text.replace(/\s+/g, "").replace(/['`]/g, '"');
}
