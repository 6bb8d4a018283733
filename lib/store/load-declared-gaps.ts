import { z } from "zod";
import { db } from "./db.ts";

const ClosingPull = z.object({
  repositoryId: z.int(),
  number: z.int(),
  /** Null where its repository is not in the program's scope. */
  alias: z.string().nullable(),
  /** What its forge says of it; null where no such pull request was read. */
  state: z.enum(["open", "closed", "merged"]).nullable(),
});
/** A pull request that is said to close a declared gap, as far as it is there. */
export type ClosingPull = z.infer<typeof ClosingPull>;

const Row = z.object({
  id: z.int(),
  repositoryId: z.int(),
  title: z.string(),
  at: z.date(),
  by: z.string(),
  /** The number of its gap; null before it was judged for the first time. */
  item: z.int().nullable(),
  closedBy: z.array(ClosingPull),
});
export type DeclaredGapRow = z.infer<typeof Row>;

/** What a declared gap's number is allocated on. */
export const declaredKey = (id: number): string => `declared:${id}`;

/** The gaps of a program that were written down and not withdrawn, in the order in which they were. */
export async function loadDeclaredGaps(programId: number): Promise<readonly DeclaredGapRow[]> {
  const rows = await db.$queryRaw`
    select d.id, d.repository_id as "repositoryId", d.title, d.at, a.name as by, i.id as item,
           coalesce((select jsonb_agg(jsonb_build_object('repositoryId', c."repositoryId", 'number', c.number,
                                                         'alias', pr.alias, 'state', p.state) order by pr.alias, c.number)
                       from jsonb_to_recordset(d.closed_by) as c("repositoryId" int, number int)
                       left join program_repository pr
                              on pr.program_id = d.program_id and pr.repository_id = c."repositoryId"
                       left join pull_request p
                              on p.repository_id = c."repositoryId" and p.number = c.number), '[]'::jsonb) as "closedBy"
      from declared_gap d
      join actor a on a.id = d.actor_id
      left join item i on i.program_id = d.program_id and i.natural_key = 'declared:' || d.id
     where d.program_id = ${programId} and d.withdrawn_at is null
     order by d.id`;
  return z.array(Row).parse(rows);
}
