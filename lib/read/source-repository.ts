import type { SourceRepositoryView, StreamView } from "#/lib/contract/sources.ts";
import type { Ends } from "./run-ends.ts";
import { type Held, SHOWN_STREAMS } from "./source-streams.ts";

type StoredStream = {
  stream: string;
  forgeTotal: number | null;
  countedAt: Date | null;
  completedAt: Date | null;
  wholeAt: Date | null;
  reachedBack: Date | null;
  dueAt: Date | null;
  passStartedAt: Date | null;
  refusal: string | null;
};

export type StoredRepository = {
  id: number;
  fullName: string;
  lostAt: Date | null;
  lostWhy: string | null;
  streams: StoredStream[];
  runs: {
    state: string;
    phase: string;
    done: number;
    total: number | null;
    requests: number;
    error: string | null;
    startedAt: Date;
    endedAt: Date | null;
    resumesAt: Date | null;
  }[];
  programs: {
    alias: string;
    syncEnabled: boolean;
    program: { slug: string; name: string; archivedAt: Date | null };
  }[];
  quarantined: {
    stream: string;
    at: string;
    number: number | null;
    why: string;
    since: Date;
  }[];
};

/** Streams that are walked over whole, and whose runs count rows. */
const WALKED: ReadonlySet<string> = new Set(["pulls", "issues", "comments"]);

type CountOf = (id: number, stream: string) => number;

/** Since when the runs of a repository fail, and why the last of them did; null where the last that ended did so well. */
export function failingOf({ runs }: StoredRepository, ends: Ends | undefined) {
  const ended = runs.find(({ state }) => state !== "running");
  const at = ends?.failingSince ?? ended?.endedAt;
  if (ended?.state !== "failed" || !at) return null;
  return { since: at.toISOString(), why: ended.error ?? "No reason was recorded." };
}

type Counts = { held: Held | undefined; gone: CountOf; quarantined: CountOf };

/** One repository with every stream, whether anything was read of it or not. */
export function repositoryView(row: StoredRepository, counts: Counts, ends: Ends | undefined) {
  const [run] = row.runs;
  return {
    id: row.id,
    fullName: row.fullName,
    aliases: row.programs.map(({ alias, syncEnabled, program }) => ({
      program: program.name,
      slug: program.slug,
      alias,
      syncEnabled,
    })),
    streams: SHOWN_STREAMS.map((stream) => streamView(row, stream, counts)),
    run: run ? runView(run, row, counts) : null,
    lastGoodRun: textOf(ends?.lastGood),
    failing: failingOf(row, ends),
    lost: row.lostAt === null ? null : { at: row.lostAt.toISOString(), why: row.lostWhy ?? "" },
    quarantined: row.quarantined.map(
      ({ since, ...each }): SourceRepositoryView["quarantined"][number] => ({
        ...each,
        since: since.toISOString(),
      }),
    ),
  };
}

/** A first walk that goes on counts from where it goes on; what is held tells how far it is. */
function runView(
  run: StoredRepository["runs"][number],
  { id, streams }: StoredRepository,
  { held, quarantined }: Counts,
) {
  const { state, phase } = run;
  const stream = streams.find((candidate) => candidate.stream === phase);
  const isFirstWalk = state === "running" && WALKED.has(phase) && stream?.wholeAt === null;
  const there = isFirstWalk ? heldOf(held, phase) + quarantined(id, phase) : 0;
  return {
    ...run,
    done: Math.max(run.done, there),
    total: run.total ?? (isFirstWalk ? stream.forgeTotal : null),
    startedAt: run.startedAt.toISOString(),
    endedAt: textOf(run.endedAt),
    resumesAt: textOf(run.resumesAt),
  };
}

function heldOf(held: Held | undefined, phase: string): number {
  const stream = SHOWN_STREAMS.find((each) => each === phase);
  return (stream && held?.[stream]) ?? 0;
}

function streamView(
  row: StoredRepository,
  stream: (typeof SHOWN_STREAMS)[number],
  { held, gone, quarantined }: Counts,
): StreamView {
  const state = row.streams.find((candidate) => candidate.stream === stream);
  return {
    stream,
    forgeTotal: state?.forgeTotal ?? null,
    countedAt: textOf(state?.countedAt),
    held: held?.[stream] ?? 0,
    gone: gone(row.id, stream),
    quarantined: quarantined(row.id, stream),
    lastPass: textOf(state?.completedAt),
    lastWholePass: textOf(state?.wholeAt),
    reachedBack: textOf(state?.reachedBack),
    nextAt: textOf(state?.dueAt),
    refusal: state?.refusal ?? null,
    underWay: state?.passStartedAt !== null && state !== undefined,
  };
}

const textOf = (at: Date | null | undefined): string | null => at?.toISOString() ?? null;
