import { z } from "zod";
import { LinkEnd, RejectedLink, type RejectedLinks } from "#/lib/contract/links.ts";
import { db, emptySql, sql } from "#/lib/store/db.ts";
import { readLinkEnds } from "./link-ends.ts";

const Row = RejectedLink.extend({ from: LinkEnd, to: LinkEnd, at: z.date(), total: z.int() });

type Asked = {
  readonly programId: number;
  /** Only what leads there; absent for all of the program. */
  readonly toKey?: string;
  readonly sample: boolean;
  readonly take: number;
};

/** The words that reject a link and are in force, the newest first, at most so many of them, and how many there are. */
export async function readRejected(asked: Asked): Promise<RejectedLinks> {
  const { programId, toKey, sample, take } = asked;
  const leading = toKey === undefined ? emptySql : sql`and w.to_key = ${toKey}`;
  const found = await db.$queryRaw`
    select l."from", l."to", l.relation, l.reason, l.at, a.name as by, a.kind as "byKind", count(*) over ()::int as total
      from (select distinct on (w.to_key, w.from_key, w.relation) w.*
              from link_word w
             where w.program_id = ${programId} ${leading}
             order by w.to_key, w.from_key, w.relation, w.id desc) l
      join actor a on a.id = l.actor_id
     where l.value = 'reject'
     order by l.id desc
     limit ${take}`;
  const rows = z.array(Row).parse(found);
  if (rows.length === 0) return { rows: [], total: 0 };
  const ends = rows.flatMap(({ from, to }) => [from, to]);
  const named = await readLinkEnds(programId, ends, sample);
  return {
    rows: rows.map(({ total: _total, ...row }) => ({
      ...row,
      from: named(row.from),
      to: named(row.to),
      at: row.at.toISOString(),
    })),
    total: rows[0]?.total ?? 0,
  };
}
