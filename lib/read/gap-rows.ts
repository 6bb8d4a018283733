import { z } from "zod";
import { type GapFilter, PAGE_SIZE } from "#/lib/contract/gap-filter.ts";
import { type GapRow, PRIORITIES } from "#/lib/contract/gaps.ts";
import type { Measure } from "#/lib/coverage/measure.ts";
import { RUNGS } from "#/lib/coverage/rung/rungs.ts";
import { VERDICTS } from "#/lib/coverage/verdict.ts";
import { db, emptySql, type Sql, sql } from "#/lib/store/db.ts";
import { isInvented } from "./invented.ts";

const Row = z.object({
  item: z.int(),
  kind: z.enum(["fix", "issue", "incident", "declared"]),
  alias: z.string(),
  repository: z.string(),
  number: z.int().nullable(),
  title: z.string(),
  url: z.string().nullable(),
  labels: z.array(z.string()),
  enteredAt: z.date(),
  priority: z.enum(PRIORITIES).nullable(),
  rung: z.enum(RUNGS),
  verdict: z.enum(VERDICTS),
  clusterKey: z.string().nullable(),
  clusterName: z.string().nullable(),
  claimedBy: z.string().nullable(),
  claimedByKind: z.string().nullable(),
  claimedById: z.int().nullable(),
  grantedAt: z.date().nullable(),
  expiresAt: z.date().nullable(),
});

// Every order ends in the item's number, so that no two rows tie and pages do not overlap.
const ORDER: Record<GapFilter["sort"], Sql> = {
  // Also what a list shows that nobody sorted: what is to be done first stands first, as it was declared.
  "-entered": sql`coalesce(d.priority = 'P0', false) desc, case d.priority when 'P0' then d.ordinal end, s.entered_at desc, i.id desc`,
  entered: sql`s.entered_at, i.id`,
  item: sql`i.id`,
  "-item": sql`i.id desc`,
  title: sql`lower(s.title), i.id`,
  repo: sql`pr.alias, i.id`,
};

/** The tables that a list of items is made of; an item is in one cluster of a measure at most. */
export const gapTables = (measure: Measure): Sql => sql`
  verdict v
  join standing s on s.item_id = v.item_id
  join item i on i.id = v.item_id
  join program_repository pr on pr.program_id = v.program_id and pr.repository_id = v.repository_id
  join repository r on r.id = v.repository_id
  left join (select m.item_id, m.part, c.key, c.name, c.program_id
               from cluster_member m join cluster c on c.id = m.cluster_id
              where c.measure = ${measure}) c on c.item_id = v.item_id and c.program_id = v.program_id
  left join declared_gap d on d.program_id = v.program_id and i.natural_key = 'declared:' || d.id
  left join claim cl on cl.item_id = v.item_id
  left join actor a on a.id = cl.actor_id`;

export type RowsRequest = {
  readonly where: Sql;
  readonly measure: Measure;
  readonly sort: GapFilter["sort"];
  /** null: every row. */
  readonly page: number | null;
  readonly now: Date;
  readonly actorId: number | null;
  readonly sample: boolean;
};

/** The rows of a list, one page of them or all. */
export async function readGapRows(request: RowsRequest): Promise<GapRow[]> {
  const { where, measure, sort, page } = request;
  const limit = page === null ? emptySql : sql`limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}`;
  const rows = await db.$queryRaw`
    select i.id as item, i.kind, pr.alias, r.full_name as repository, i.number, s.title, s.url, s.labels,
           s.entered_at as "enteredAt", d.priority, s.rung, v.verdict, c.key as "clusterKey", c.name as "clusterName",
           a.name as "claimedBy", a.kind as "claimedByKind", a.id as "claimedById",
           cl.granted_at as "grantedAt", cl.expires_at as "expiresAt"
      from ${gapTables(measure)}
     where ${where}
     order by ${ORDER[sort]} ${limit}`;
  return z
    .array(Row)
    .parse(rows)
    .map((row) => toGapRow(row, request));
}

function toGapRow(row: z.infer<typeof Row>, { now, actorId, sample }: RowsRequest): GapRow {
  const { item, kind, alias, repository, number, title, priority, rung, verdict } = row;
  const { grantedAt, expiresAt } = row;
  const held =
    row.claimedBy !== null && grantedAt !== null && expiresAt !== null && expiresAt > now;
  return {
    item,
    kind,
    alias,
    repository,
    number,
    title,
    // The sample's forge has no pages that a person could open.
    url: sample ? null : row.url,
    invented: isInvented(row.labels),
    enteredAt: row.enteredAt.toISOString(),
    priority,
    rung,
    verdict,
    cluster:
      row.clusterKey !== null && row.clusterName !== null
        ? { key: row.clusterKey, name: row.clusterName }
        : null,
    claim: held
      ? {
          by: row.claimedBy ?? "",
          byKind: row.claimedByKind ?? "",
          grantedAt: grantedAt.toISOString(),
          expiresAt: expiresAt.toISOString(),
          mine: row.claimedById === actorId,
        }
      : null,
  };
}
