import type { RepositoryFact } from "#/lib/facts/repository.ts";
import type { Db } from "./db.ts";

/** Upserts a repository on the forge's own id, so that a rename changes its name and nothing else. */
export async function saveRepository(
  db: Db,
  sourceId: number,
  fact: RepositoryFact,
): Promise<number> {
  const { externalId, fullName, defaultBranch, url } = fact;
  await db.$executeRaw`
    insert into repository as t (source_id, external_id, full_name, default_branch, url)
    values (${sourceId}, ${externalId}, ${fullName}, ${defaultBranch}, ${url})
        on conflict (source_id, external_id) do update
       set full_name = excluded.full_name, default_branch = excluded.default_branch, url = excluded.url
     where (t.full_name, t.default_branch, t.url)
           is distinct from (excluded.full_name, excluded.default_branch, excluded.url)`;
  const where = { sourceId_externalId: { sourceId, externalId } };
  return (await db.repository.findUniqueOrThrow({ where, select: { id: true } })).id;
}
