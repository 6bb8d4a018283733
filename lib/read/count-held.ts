import { z } from "zod";
import type { Measure } from "#/lib/coverage/measure.ts";
import { db } from "#/lib/store/db.ts";

const Held = z.object({
  repositoryId: z.int(),
  gate: z.string(),
  population: z.enum(["fix", "issue"]),
  items: z.int(),
});

export type HeldCounts = (
  gate: { readonly repositoryId: number; readonly workflow: string; readonly job: string },
  population: "fix" | "issue",
) => number;

/** How many items each gate holds up: those whose evidence names it, as the gap list at that measure shows them. */
export async function countHeld(programId: number, measure: Measure): Promise<HeldCounts> {
  const rows = await db.$queryRaw`
    select coalesce(e.gate_repository_id, i.repository_id) as "repositoryId", e.gate, v.population, count(distinct e.item_id)::int as items
      from evidence e
      join item i on i.id = e.item_id
      join verdict v on v.item_id = e.item_id and v.program_id = i.program_id and v.measure = ${measure}
     where i.program_id = ${programId} and e.gate is not null
     group by coalesce(e.gate_repository_id, i.repository_id), e.gate, v.population`;
  const counts = new Map(
    z
      .array(Held)
      .parse(rows)
      .map((row) => [`${row.population} ${row.repositoryId}:${row.gate}`, row.items]),
  );
  return ({ repositoryId, workflow, job }, population) =>
    counts.get(`${population} ${repositoryId}:${workflow}:${job}`) ?? 0;
}
