import { z } from "zod";
import type { FixOverride } from "#/lib/coverage/fix/settle.ts";
import { TEST_KINDS, type TestKindRule } from "#/lib/coverage/policy.ts";
import { db } from "./db.ts";

export type RepositoryOverrides = {
  /** By the number of the pull request. */
  readonly fixes: ReadonlyMap<number, FixOverride>;
  /** Newest first: the first that matches counts. */
  readonly testKinds: readonly TestKindRule[];
};

export const NO_OVERRIDES: RepositoryOverrides = { fixes: new Map(), testKinds: [] };

const Row = z.object({
  repositoryId: z.int(),
  subject: z.enum(["fix", "test_kind"]),
  key: z.string(),
  value: z.string(),
  reason: z.string(),
  by: z.string(),
});

/** What people decided about the pull requests and tests of a program's repositories and did not take back, by repository. */
export async function loadOverrides(
  programId: number,
): Promise<ReadonlyMap<number, RepositoryOverrides>> {
  const rows = z.array(Row).parse(
    await db.$queryRaw`
    select o.repository_id as "repositoryId", o.subject, o.key, o.value, o.reason, a.name as by
      from (select distinct on (repository_id, subject, key) *
              from "override"
             where program_id = ${programId} and subject in ('fix', 'test_kind')
             order by repository_id, subject, key, id desc) o
      join actor a on a.id = o.actor_id
     where o.value is not null
     order by o.id desc`,
  );
  const byRepository = Map.groupBy(rows, (row) => row.repositoryId);
  return new Map([...byRepository].map(([id, own]) => [id, toOverrides(own)]));
}

function toOverrides(rows: readonly z.infer<typeof Row>[]): RepositoryOverrides {
  const of = (subject: string) => rows.filter((row) => row.subject === subject);
  return {
    fixes: new Map(
      of("fix").map(({ key, value, reason, by }) => [
        Number(key),
        { isFix: value === "fix", reason, by },
      ]),
    ),
    testKinds: of("test_kind").map(({ key, value, reason, by }) => ({
      paths: [key],
      kind: z.enum(TEST_KINDS).parse(value),
      reason: `${by} decided so: ${reason}`,
    })),
  };
}
