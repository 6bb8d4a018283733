import { z } from "zod";
import type { MergedView } from "#/lib/contract/merged.ts";
import { TEST_KINDS } from "#/lib/coverage/policy.ts";
import { db } from "#/lib/store/db.ts";

const Row = z.object({
  alias: z.string(),
  paths: z.string(),
  kind: z.enum(TEST_KINDS),
  reason: z.string(),
  by: z.string(),
  byKind: z.string(),
  at: z.date(),
});

/** What people decided about the kinds of tests in a program and did not take back, newest first. */
export async function readTestKinds(programId: number): Promise<MergedView["testKinds"]> {
  const rows = await db.$queryRaw`
    select pr.alias, o.key as paths, o.value as kind, o.reason, a.name as by, a.kind as "byKind", o.at
      from (select distinct on (repository_id, key) *
              from "override"
             where program_id = ${programId} and subject = 'test_kind'
             order by repository_id, key, id desc) o
      join actor a on a.id = o.actor_id
      join program_repository pr on pr.program_id = o.program_id and pr.repository_id = o.repository_id
     where o.value is not null
     order by o.id desc`;
  return z
    .array(Row)
    .parse(rows)
    .map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}
