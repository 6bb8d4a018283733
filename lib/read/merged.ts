import { z } from "zod";
import { PAGE_SIZE } from "#/lib/contract/gap-filter.ts";
import {
  COUNTS_AS,
  type MergedFilter,
  type MergedRow,
  type MergedView,
} from "#/lib/contract/merged.ts";
import { StepView } from "#/lib/contract/step.ts";
import { FIX_KINDS } from "#/lib/coverage/fix/fix-kind.ts";
import { readRevertingCommit } from "#/lib/coverage/rung/steps-of-rungs.ts";
import { db, emptySql, type Sql, sql } from "#/lib/store/db.ts";
import { countDirect, readDirectRows } from "./direct-fixes.ts";
import { findProgramOrThrow } from "./find-program.ts";
import { isInvented } from "./invented.ts";
import { likeText } from "./like-text.ts";
import { isJudging } from "./program.ts";
import { readTestKinds } from "./test-kinds.ts";

const Row = z.object({
  alias: z.string(),
  repository: z.string(),
  number: z.int(),
  title: z.string(),
  author: z.string().nullable(),
  url: z.string().nullable(),
  mergedAt: z.date(),
  kind: z.enum(FIX_KINDS),
  item: z.int().nullable(),
  steps: z.array(StepView),
  copyOf: z.int().nullable(),
  revertedBy: z.int().nullable(),
  labels: z.array(z.string()),
  value: z.string().nullable(),
  reason: z.string().nullable(),
  by: z.string().nullable(),
  byKind: z.string().nullable(),
  at: z.date().nullable(),
});

type Question = { readonly slug: string; readonly filter: MergedFilter };

/** One page of the merged pull requests of a program, each with what it counts as and every rule that said so. */
export async function readMergedOrThrow({ slug, filter }: Question): Promise<MergedView> {
  const program = await findProgramOrThrow(slug);
  const base = conditions(program.id, filter);
  const question = { programId: program.id, filter, sample: program.sample };
  const counts = { ...(await countAll(base)), direct: await countDirect(question) };
  const total = counts[filter.counts] ?? 0;
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(filter.page, pages);
  const [rows, testKinds, scope] = await Promise.all([
    filter.counts === "direct"
      ? readDirectRows(question, limitsOf(page))
      : readRows(base, filter, page),
    readTestKinds(program.id),
    db.programRepository.findMany({
      where: { programId: program.id },
      orderBy: { alias: "asc" },
      select: { alias: true },
    }),
  ]);
  return {
    rows: rows.map((row) => ("sha" in row ? row : toView(row, program.sample))),
    total,
    page,
    pages,
    counts,
    repos: scope.map(({ alias }) => alias),
    testKinds,
    judging: await isJudging(program),
  };
}

function conditions(programId: number, { repo, kind, q }: MergedFilter): Sql {
  const inRepo = repo === undefined ? emptySql : sql`and pr.alias = ${repo}`;
  const ofKind = kind === undefined ? emptySql : sql`and c.kind = ${kind}`;
  const like = q === undefined ? null : likeText(q);
  const matching =
    like === null
      ? emptySql
      : sql`and (c.title ilike ${like} or c.author ilike ${like} or '#' || c.number ilike ${like})`;
  return sql`c.program_id = ${programId} ${inRepo} ${ofKind} ${matching}`;
}

const Counted = z.object({ counts: z.enum(COUNTS_AS), n: z.int() });

async function countAll(
  base: Sql,
): Promise<{ fix: number; excluded: number; unclassified: number }> {
  const rows = await db.$queryRaw`
    select c.counts, count(*)::int as n
      from classification c
      join program_repository pr on pr.program_id = c.program_id and pr.repository_id = c.repository_id
     where ${base}
     group by c.counts`;
  const of = new Map(
    z
      .array(Counted)
      .parse(rows)
      .map(({ counts, n }) => [counts, n]),
  );
  return {
    fix: of.get("fix") ?? 0,
    excluded: of.get("excluded") ?? 0,
    unclassified: of.get("unclassified") ?? 0,
  };
}

async function readRows(base: Sql, { counts }: MergedFilter, page: number) {
  const rows = await db.$queryRaw`
    select pr.alias, r.full_name as repository, c.number, c.title, c.author, c.url, c.merged_at as "mergedAt",
           c.kind, s.item_id as item, c.steps, c.copy_of as "copyOf", c.reverted_by as "revertedBy", p.labels,
           o.value, o.reason, o.by, o."byKind", o.at
      from classification c
      join program_repository pr on pr.program_id = c.program_id and pr.repository_id = c.repository_id
      join repository r on r.id = c.repository_id
      join pull_request p on p.repository_id = c.repository_id and p.number = c.number
      left join item i on i.program_id = c.program_id and i.natural_key = 'fix:' || c.repository_id || ':' || c.number
      left join standing s on s.item_id = i.id
      left join lateral (
           select v.value, v.reason, v.at, a.name as by, a.kind as "byKind"
             from "override" v join actor a on a.id = v.actor_id
            where v.program_id = c.program_id and v.repository_id = c.repository_id and v.subject = 'fix'
              and v.key = c.number::text
            order by v.id desc limit 1) o on true
     where ${base} and c.counts = ${counts}
     order by c.merged_at desc, c.repository_id, c.number desc
     ${limitsOf(page)}`;
  return z.array(Row).parse(rows);
}

const limitsOf = (page: number): Sql => sql`limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}`;

function toView(row: z.infer<typeof Row>, sample: boolean): MergedRow {
  const { value, reason, by, byKind, at, mergedAt, labels, ...rest } = row;
  return {
    ...rest,
    revertedBy: rest.revertedBy ?? readRevertingCommit(rest.steps),
    sha: null,
    invented: isInvented(labels),
    url: sample ? null : row.url,
    mergedAt: mergedAt.toISOString(),
    decision:
      value === null || at === null
        ? null
        : {
            isFix: value === "fix",
            reason: reason ?? "",
            by: by ?? "",
            byKind: byKind ?? "",
            at: at.toISOString(),
          },
  };
}
