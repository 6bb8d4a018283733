import { z } from "zod";
import type { MergedFilter, MergedRow } from "#/lib/contract/merged.ts";
import { StepView } from "#/lib/contract/step.ts";
import { FIX_KINDS } from "#/lib/coverage/fix/fix-kind.ts";
import { db, emptySql, type Sql, sql } from "#/lib/store/db.ts";
import { likeText } from "./like-text.ts";

const Row = z.object({
  alias: z.string(),
  repository: z.string(),
  sha: z.string(),
  title: z.string(),
  author: z.string().nullable(),
  url: z.string().nullable(),
  mergedAt: z.date(),
  kind: z.enum(FIX_KINDS),
  steps: z.array(StepView),
});

type Question = {
  readonly programId: number;
  readonly filter: MergedFilter;
  readonly sample: boolean;
};

/** How many commits that no pull request brought look like fixes; null while no repository of the program tells its commits. */
export async function countDirect({ programId, filter }: Question): Promise<number | null> {
  const told = await db.repositoryAudit.count({ where: { programId, direct: { not: null } } });
  if (told === 0) return null;
  const [row] = await db.$queryRaw<{ n: number }[]>`
    select count(*)::int as n from ${tables()} where ${conditions(programId, filter)}`;
  return row?.n ?? 0;
}

/** One page of those commits, newest first. */
export async function readDirectRows(
  { programId, filter, sample }: Question,
  limits: Sql,
): Promise<MergedRow[]> {
  const rows = await db.$queryRaw`
    select pr.alias, r.full_name as repository, c.sha, c.title, c.author, c.url, c.committed_at as "mergedAt",
           c.kind, c.steps
      from ${tables()}
      join repository r on r.id = c.repository_id
     where ${conditions(programId, filter)}
     order by c.committed_at desc, c.repository_id, c.sha ${limits}`;
  return z
    .array(Row)
    .parse(rows)
    .map(({ mergedAt, url, ...row }) => ({
      ...row,
      url: sample ? null : url,
      mergedAt: mergedAt.toISOString(),
      number: null,
      invented: sample,
      item: null,
      copyOf: null,
      revertedBy: null,
      decision: null,
    }));
}

const tables = (): Sql => sql`
  direct_fix c
  join program_repository pr on pr.program_id = c.program_id and pr.repository_id = c.repository_id`;

function conditions(programId: number, { repo, kind, q }: MergedFilter): Sql {
  const like = q === undefined ? null : likeText(q);
  const matching =
    like === null
      ? emptySql
      : sql`and (c.title ilike ${like} or c.author ilike ${like} or c.sha ilike ${like})`;
  const inRepo = repo === undefined ? emptySql : sql`and pr.alias = ${repo}`;
  const ofKind = kind === undefined ? emptySql : sql`and c.kind = ${kind}`;
  return sql`c.program_id = ${programId} ${inRepo} ${ofKind} ${matching}`;
}
