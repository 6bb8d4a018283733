import { z } from "zod";
import { type SourceRepositoryView, type SourcesView, SourceView } from "#/lib/contract/sources.ts";
import { db } from "#/lib/store/db.ts";

const STREAMS = [
  "pulls",
  "commits",
  "issues",
  "comments",
  "files",
  "patches",
  "workflows",
  "sources",
  "checks",
  "protection",
] as const;
// The one under way, and the one that ended before it.
const LAST_RUNS = 2;
const Probe = z
  .object({ version: z.string(), limits: z.array(z.string()) })
  .nullable()
  .catch(null);

/** Every source with what it holds of each repository, and whether anything is being synced now. */
export async function readSources(): Promise<SourcesView> {
  const [sources, held] = await Promise.all([
    db.source.findMany({
      orderBy: { id: "asc" },
      include: {
        repository: {
          orderBy: { fullName: "asc" },
          include: {
            streams: true,
            runs: { orderBy: { id: "desc" }, take: LAST_RUNS },
            programs: { include: { program: { select: { name: true, archivedAt: true } } } },
          },
        },
      },
    }),
    countHeld(),
  ]);
  const views = sources.map(({ repository, sealedToken, ...source }) => {
    const probe = Probe.parse(source.probe);
    return SourceView.parse({
      ...source,
      ...stateOf(repository),
      hasToken: sealedToken !== null,
      probedAt: source.probedAt?.toISOString() ?? null,
      version: probe?.version ?? null,
      limits: probe?.limits ?? [],
      repositories: repository.map((row) => repositoryView(row, held.get(row.id))),
    });
  });
  return {
    sources: views,
    syncing: views.some((source) =>
      source.repositories.some(({ run }) => run?.state === "running"),
    ),
  };
}

type Stored = {
  id: number;
  fullName: string;
  streams: {
    stream: string;
    forgeTotal: number | null;
    completedAt: Date | null;
    passStartedAt: Date | null;
    refusal: string | null;
  }[];
  runs: {
    state: string;
    phase: string;
    done: number;
    total: number | null;
    requests: number;
    error: string | null;
    startedAt: Date;
    endedAt: Date | null;
  }[];
  programs: {
    alias: string;
    syncEnabled: boolean;
    program: { name: string; archivedAt: Date | null };
  }[];
};

/** A source fails while any repository that is synced from it does, until the next run of that one ended well. */
function stateOf(repositories: readonly Stored[]) {
  const failed = repositories
    .filter(({ programs }) =>
      programs.some(({ syncEnabled, program }) => syncEnabled && program.archivedAt === null),
    )
    .flatMap(({ runs }) => runs.find(({ state }) => state !== "running") ?? [])
    .find(({ state }) => state === "failed");
  if (failed) return { state: "failed", stateReason: failed.error };
  return { state: "ok", stateReason: null };
}

function repositoryView(row: Stored, held: Held | undefined) {
  const [run] = row.runs;
  return {
    id: row.id,
    fullName: row.fullName,
    aliases: row.programs.map(({ alias, syncEnabled, program }) => ({
      program: program.name,
      alias,
      syncEnabled,
    })),
    streams: STREAMS.map((stream): SourceRepositoryView["streams"][number] => {
      const state = row.streams.find((candidate) => candidate.stream === stream);
      return {
        stream,
        forgeTotal: state?.forgeTotal ?? null,
        held: held?.[stream] ?? 0,
        lastWholePass: state?.completedAt?.toISOString() ?? null,
        refusal: state?.refusal ?? null,
        underWay: state?.passStartedAt !== null && state !== undefined,
      };
    }),
    run: run
      ? {
          ...run,
          startedAt: run.startedAt.toISOString(),
          endedAt: run.endedAt?.toISOString() ?? null,
        }
      : null,
  };
}

const Held = z.object({
  id: z.int(),
  pulls: z.int(),
  issues: z.int(),
  comments: z.int(),
  files: z.int(),
  patches: z.int(),
  commits: z.int(),
  workflows: z.int(),
  sources: z.int(),
  checks: z.int(),
  protection: z.int(),
});
type Held = z.infer<typeof Held>;

async function countHeld(): Promise<ReadonlyMap<number, Held>> {
  const rows = await db.$queryRaw`
    select r.id,
           (select count(*)::int from pull_request p where p.repository_id = r.id) as pulls,
           (select count(*)::int from issue i where i.repository_id = r.id) as issues,
           (select count(*)::int from comment c where c.repository_id = r.id) as comments,
           (select count(*)::int from pull_request p where p.repository_id = r.id and p.files_known) as files,
           (select count(*)::int from file_patch h where h.repository_id = r.id and h.patch is not null) as patches,
           (select count(*)::int from direct_commit d where d.repository_id = r.id) as commits,
           (select count(*)::int from workflow_file w where w.repository_id = r.id) as workflows,
           (select count(*)::int from source_file s where s.repository_id = r.id and s.text is not null) as sources,
           (select count(*)::int from commit_checks c where c.repository_id = r.id and c.why is null) as checks,
           (select count(*)::int from (select n.protected from protection n where n.repository_id = r.id
                                        order by n.id desc limit 1) last where last.protected) as protection
      from repository r`;
  return new Map(
    z
      .array(Held)
      .parse(rows)
      .map((row) => [row.id, row]),
  );
}
