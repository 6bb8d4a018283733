import type { MeasureTally, OverviewView, RepositoryRow } from "#/lib/contract/overview.ts";
import { MEASURES } from "#/lib/coverage/measure.ts";
import type { Tally } from "#/lib/coverage/tally.ts";
import { db } from "#/lib/store/db.ts";
import { NEEDED } from "#/lib/store/streams.ts";
import type { FoundProgram } from "./find-program.ts";
import { noticeOf } from "./repository-notice.ts";

/** The repositories in scope, the audited ones with their figures; `issues` has one list of measures for each audited one, empty where its issues were not read. */
export async function readRepositoryRows(
  program: FoundProgram,
): Promise<{ rows: RepositoryRow[]; issues: MeasureTally[][]; issuesUnread: IssuesUnread }> {
  const where = { programId: program.id };
  const [scope, audits, tallies] = await Promise.all([
    readScope(program.id),
    db.repositoryAudit.findMany({ where }),
    db.repositoryTally.findMany({ where }),
  ]);
  const heldPulls = await countPulls(scope.filter((entry) => !within(audits)(entry)));
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
      notice: noticeOf({
        ...entry.repository,
        audited: audit !== undefined,
        syncEnabled,
        heldPulls: heldPulls.get(repository.id) ?? 0,
        timeZone: program.timeZone,
      }),
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

const readScope = (programId: number) =>
  db.programRepository.findMany({
    where: { programId },
    orderBy: { alias: "asc" },
    include: {
      repository: {
        include: { source: true, streams: true, runs: { orderBy: { id: "desc" }, take: 2 } },
      },
    },
  });

async function countPulls(scope: readonly Placed[]): Promise<ReadonlyMap<number, number>> {
  if (scope.length === 0) return new Map();
  const rows = await db.pullRequest.groupBy({
    by: ["repositoryId"],
    where: { repositoryId: { in: scope.map(({ repositoryId }) => repositoryId) } },
    _count: true,
  });
  return new Map(rows.map(({ repositoryId, _count }) => [repositoryId, _count]));
}

type Placed = { readonly repositoryId: number };

/** The figures of what left the scope stay until the next assessment; they are in no sum. */
function within(scope: readonly Placed[]): (row: Placed) => boolean {
  return ({ repositoryId }) => scope.some((entry) => entry.repositoryId === repositoryId);
}

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

type Passed = { stream: string; completedAt: Date | null; refusal: string | null };

/**
 * A repository is as fresh as the stalest stream that its figures need; null while one was never read
 * whole. One that was always refused carries its reason itself.
 */
function oldestPass(streams: readonly Passed[]): string | null {
  const needed: readonly string[] = NEEDED;
  const times = streams
    .filter(({ stream }) => needed.includes(stream))
    .filter(({ completedAt, refusal }) => completedAt !== null || refusal === null)
    .map(({ completedAt }) => completedAt?.getTime() ?? Number.NaN);
  const oldest = Math.min(...times);
  return Number.isFinite(oldest) ? new Date(oldest).toISOString() : null;
}
