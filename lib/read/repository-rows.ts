import type { MeasureTally, OverviewView, RepositoryRow } from "#/lib/contract/overview.ts";
import { MEASURES } from "#/lib/coverage/measure.ts";
import type { Tally } from "#/lib/coverage/tally.ts";
import { db } from "#/lib/store/db.ts";
import type { FoundProgram } from "./find-program.ts";

/** The repositories in scope, the audited ones with their figures; `issues` has one list of measures for each audited one, empty where its issues were not read. */
export async function readRepositoryRows(
  program: FoundProgram,
): Promise<{ rows: RepositoryRow[]; issues: MeasureTally[][]; issuesUnread: IssuesUnread }> {
  const where = { programId: program.id };
  const [scope, audits, tallies] = await Promise.all([
    db.programRepository.findMany({
      where,
      orderBy: { alias: "asc" },
      include: {
        repository: {
          include: { source: true, streams: true, runs: { orderBy: { id: "desc" }, take: 1 } },
        },
      },
    }),
    db.repositoryAudit.findMany({ where }),
    db.repositoryTally.findMany({ where }),
  ]);
  const measuresOf = (repositoryId: number, population: string) =>
    inOrder(tallies.filter((t) => t.repositoryId === repositoryId && t.population === population));
  const rows = scope.map((entry): RepositoryRow => {
    const { alias, syncEnabled, repository } = entry;
    const audit = audits.find((row) => row.repositoryId === repository.id);
    return {
      alias,
      fullName: repository.fullName,
      url: program.sample ? null : repository.url,
      syncEnabled,
      audit: audit
        ? {
            merged: audit.merged,
            fixes: audit.fixes,
            excluded: audit.excluded,
            unclassified: audit.unclassified,
            measures: measuresOf(repository.id, "fix"),
            lastWholePass: oldestPass(repository.streams),
          }
        : null,
      notice: noticeOf({ audited: audit !== undefined, syncEnabled, run: repository.runs[0] }),
    };
  });
  // What was read stands first; within, the order of the aliases stays.
  const audited = (row: RepositoryRow) => row.audit !== null;
  return {
    rows: [...rows.filter(audited), ...rows.filter((row) => !audited(row))],
    issues: audits.filter(within(scope)).map((row) => measuresOf(row.repositoryId, "issue")),
    issuesUnread: unreadOf(
      scope.filter(({ repositoryId }) => audits.some((row) => row.repositoryId === repositoryId)),
    ),
  };
}

type Placed = { readonly repositoryId: number };

/** The figures of what left the scope stay until the next assessment; they are in no sum. */
const within =
  (scope: readonly Placed[]) =>
  ({ repositoryId }: Placed): boolean =>
    scope.some((entry) => entry.repositoryId === repositoryId);

type IssuesUnread = OverviewView["issuesUnread"];
type Asked = {
  source: { kind: string };
  streams: readonly { stream: string; refusal: string | null }[];
};

const unreadOf = (scope: readonly { alias: string; repository: Asked }[]): IssuesUnread =>
  scope.flatMap(({ alias, repository }) => {
    const why = whyNoIssues(repository);
    return why === null ? [] : [{ alias, why }];
  });

function whyNoIssues(repository: Asked): string | null {
  if (repository.source.kind === "git") return "Issues are not read from a clone.";
  return repository.streams.find(({ stream }) => stream === "issues")?.refusal ?? null;
}

const inOrder = (tallies: readonly (Tally & { readonly measure: string })[]): MeasureTally[] =>
  MEASURES.flatMap((measure) => {
    const row = tallies.find((tally) => tally.measure === measure);
    if (!row) return [];
    const { inScope, covered, gap, waived, unknown } = row;
    return [{ measure, tally: { inScope, covered, gap, waived, unknown } }];
  });

/** A repository is as fresh as its stalest stream; null while one was never read whole. */
function oldestPass(streams: readonly { completedAt: Date | null }[]): string | null {
  const times = streams.map((stream) => stream.completedAt?.getTime() ?? Number.NaN);
  const oldest = Math.min(...times);
  return Number.isFinite(oldest) ? new Date(oldest).toISOString() : null;
}

function noticeOf(input: {
  audited: boolean;
  syncEnabled: boolean;
  run: { state: string; error: string | null } | undefined;
}): string | null {
  const { audited, syncEnabled, run } = input;
  if (run?.state === "failed") {
    return audited
      ? `Stale: the last sync failed. ${run.error ?? ""}`
      : `Not read: ${run.error ?? "the sync failed"}`;
  }
  if (audited) return null;
  if (!syncEnabled) return "Sync is switched off for it, so nothing is known about it.";
  return run ? "Its first sync is still under way." : "It waits for its first sync.";
}
