import { z } from "zod";
import { db } from "#/lib/store/db.ts";

/** The streams in the order of the page: rows first, what is read for judging behind them. */
export const SHOWN_STREAMS = [
  "pulls",
  "issues",
  "comments",
  "reviews",
  "labels",
  "commits",
  "files",
  "patches",
  "workflows",
  "sources",
  "checks",
  "runs",
  "jobs",
  "protection",
] as const;

const Held = z.object({
  id: z.int(),
  pulls: z.int(),
  issues: z.int(),
  comments: z.int(),
  reviews: z.int(),
  labels: z.int(),
  files: z.int(),
  patches: z.int(),
  commits: z.int(),
  workflows: z.int(),
  sources: z.int(),
  checks: z.int(),
  runs: z.int(),
  jobs: z.int(),
  protection: z.int(),
});
export type Held = z.infer<typeof Held>;

/** How many rows of each stream are held of every repository. */
export async function countHeld(): Promise<ReadonlyMap<number, Held>> {
  const rows = await db.$queryRaw`
    select r.id,
           (select count(*)::int from pull_request p where p.repository_id = r.id) as pulls,
           (select count(*)::int from issue i where i.repository_id = r.id) as issues,
           (select count(*)::int from comment c where c.repository_id = r.id) as comments,
           (select count(*)::int from review v where v.repository_id = r.id) as reviews,
           (select count(*)::int from label l where l.repository_id = r.id) as labels,
           (select count(*)::int from pull_request p where p.repository_id = r.id and p.files_known) as files,
           (select count(*)::int from file_patch h where h.repository_id = r.id and h.patch is not null) as patches,
           (select count(*)::int from direct_commit d where d.repository_id = r.id) as commits,
           (select count(*)::int from workflow_file w where w.repository_id = r.id) as workflows,
           (select count(*)::int from source_file s where s.repository_id = r.id and s.text is not null) as sources,
           (select count(*)::int from commit_checks c where c.repository_id = r.id and c.why is null) as checks,
           (select count(*)::int from workflow_run w where w.repository_id = r.id) as runs,
           (select count(*)::int from workflow_job j where j.repository_id = r.id) as jobs,
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

const KIND = { issues: "issue", pulls: "pull", comments: "comment" } as const;

/** How many rows of a stream of each repository are known to be gone, by `id stream`. */
export async function countGone(): Promise<(id: number, stream: string) => number> {
  const rows = await db.tombstone.groupBy({ by: ["repositoryId", "kind"], _count: true });
  const byKey = new Map(rows.map((row) => [`${row.repositoryId} ${row.kind}`, row._count]));
  return (id, stream) => {
    const kind = Object.entries(KIND).find(([name]) => name === stream)?.[1];
    return byKey.get(`${id} ${kind}`) ?? 0;
  };
}

/** How many rows of a stream of each repository the forge cannot give. */
export async function countQuarantined(): Promise<(id: number, stream: string) => number> {
  const rows = await db.quarantine.groupBy({ by: ["repositoryId", "stream"], _count: true });
  const byKey = new Map(rows.map((row) => [`${row.repositoryId} ${row.stream}`, row._count]));
  return (id, stream) => byKey.get(`${id} ${stream}`) ?? 0;
}
