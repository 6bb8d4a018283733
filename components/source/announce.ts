import type { SourcesView } from "#/lib/contract/sources.ts";
import { shareOf } from "./say-run.ts";
import { streamName } from "./stream-text.ts";

/** What was said aloud last, at which moment, and how far everything was. */
export type Announced = {
  readonly at: number;
  readonly text: string;
  readonly marks: ReadonlyMap<number, string>;
};

export const SILENCE: Announced = { at: 0, text: "", marks: new Map() };

const PAUSE_MS = 15_000;

/**
 * What is to be said aloud now: how far each repository is that moved into another phase or by a tenth,
 * and that it ended; all that came within 15 seconds is said at once, at their end.
 */
export function announce(before: Announced, { sources }: SourcesView, at: number): Announced {
  const marks = new Map<number, string>();
  const lines: string[] = [];
  for (const { id, fullName, run } of sources.flatMap(({ repositories }) => repositories)) {
    if (run === null) continue;
    const share = shareOf(run);
    const tenth = share === null ? "" : ` ${Math.floor(share * 10) * 10} %`;
    const mark = run.state === "running" ? `${streamName(run.phase)}${tenth}` : ENDS[run.state];
    marks.set(id, mark);
    if (before.marks.get(id) !== mark) lines.push(`${fullName}: ${mark}`);
  }
  // What was so when the page was opened can be read on it.
  if (before.marks.size === 0 && before.at === 0) return { at: at - PAUSE_MS, text: "", marks };
  if (lines.length === 0 || at - before.at < PAUSE_MS) return before;
  return { at, text: lines.slice(0, SAID_MAX).join(". "), marks };
}

const SAID_MAX = 3;
const ENDS = { done: "done", failed: "failed", waiting: "waits for a limit" } as const;

/** Which sources were in trouble, and what was said of those that came into it. */
export type Alarmed = { readonly text: string; readonly troubled: ReadonlySet<number> | null };

export const NO_ALARM: Alarmed = { text: "", troubled: null };

const TROUBLE = { failed: "syncing fails", refused: "the forge refuses the token" } as const;

/** What is to be said aloud at once: a source that came into trouble since the answer before. */
export function alarm(before: Alarmed, { sources }: SourcesView): Alarmed {
  const lines: string[] = [];
  const troubled = new Set<number>();
  for (const { id, name, state } of sources) {
    if (state !== "failed" && state !== "refused") continue;
    troubled.add(id);
    if (before.troubled?.has(id) === false) lines.push(`${name}: ${TROUBLE[state]}`);
  }
  const isSame =
    before.troubled !== null && troubled.symmetricDifference(before.troubled).size === 0;
  return isSame ? before : { text: lines.join(". "), troubled };
}
