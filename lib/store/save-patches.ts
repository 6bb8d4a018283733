import type { Known } from "#/lib/facts/known.ts";
import type { Db } from "./db.ts";
import { recordset } from "./recordset.ts";

export type PatchesOfPullRequest = {
  readonly number: number;
  readonly patches: ReadonlyMap<string, Known<string>>;
};

/** Holds these patches, or why one is unknown; one that stayed the same is not written again, and one of a file that is not in the list any more is left out. */
export async function savePatches(
  db: Db,
  repositoryId: number,
  lists: readonly PatchesOfPullRequest[],
): Promise<void> {
  const rows = lists.flatMap(({ number, patches }) =>
    [...patches].map(([path, patch]) => ({
      number,
      path,
      patch: patch.known ? patch.value : null,
      why: patch.known ? null : patch.why,
    })),
  );
  if (rows.length === 0) return;
  await db.$executeRaw`
    insert into file_patch as t (repository_id, number, path, patch, why)
    select c.repository_id, c.number, c.path, r.patch, r.why
      from jsonb_to_recordset(${recordset(rows)}::jsonb) as r(number int, path text, patch text, why text)
      join changed_file c on c.repository_id = ${repositoryId} and c.number = r.number and c.path = r.path
        on conflict (repository_id, number, path) do update set patch = excluded.patch, why = excluded.why
     where t.* is distinct from excluded.*`;
}
