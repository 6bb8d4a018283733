import { count, formatDay, formatInstant } from "#/lib/format.ts";

type Input = {
  readonly audited: boolean;
  readonly syncEnabled: boolean;
  /** The newest first: one under way, and the one that ended before it. */
  readonly runs: readonly { state: string; error: string | null; resumesAt: Date | null }[];
  /** How far each walk came. */
  readonly streams: readonly {
    stream: string;
    reachedBack: Date | null;
    forgeTotal: number | null;
    wholeAt: Date | null;
  }[];
  readonly heldPulls: number;
  readonly timeZone: string;
};

/** Why a repository is not audited, or why its figures are stale; null when neither. */
export function noticeOf(input: Input): string | null {
  const { audited, syncEnabled, runs, timeZone } = input;
  const [run] = runs;
  const ended = runs.find(({ state }) => state !== "running");
  if (ended?.state === "failed") {
    const why = ended.error ?? "";
    if (audited) return `Stale: the last sync failed. ${why}`.trimEnd();
    return joined(`Not read: ${why === "" ? "the sync failed." : why}`, sayReach(input));
  }
  if (audited) return null;
  if (!syncEnabled) return "Sync is switched off for it, so nothing is known about it.";
  if (run === undefined) return "It waits for its first sync.";
  const reach = sayReach(input);
  if (run.state === "waiting") {
    const until = run.resumesAt === null ? "" : `, until ${formatInstant(run.resumesAt, timeZone)}`;
    return joined(`Its first sync waits for the forge’s limit${until}.`, reach);
  }
  return reach ?? "Its first sync is still under way.";
}

/** How far a first walk came; null once it is at its end, and before it began. */
function sayReach({ streams, heldPulls, timeZone }: Input): string | null {
  const pulls = streams.find(({ stream }) => stream === "pulls");
  if (!pulls || pulls.wholeAt !== null || pulls.reachedBack === null) return null;
  const held = heldPulls.toLocaleString("en-GB");
  const all = count(Math.max(heldPulls, pulls.forgeTotal ?? 0), "pull request");
  const far = pulls.forgeTotal === null ? all : `${held} of ${all}`;
  return `Reading: back to ${formatDay(pulls.reachedBack, timeZone)}, ${far}.`;
}

const joined = (first: string, second: string | null): string =>
  second === null ? first : `${first} ${second}`;
