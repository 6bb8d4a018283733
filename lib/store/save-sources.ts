import type { Known } from "#/lib/facts/known.ts";
import type { RepositoryTree } from "#/lib/facts/repository-tree.ts";
import type { Tx } from "./db.ts";
import { recordset } from "./recordset.ts";

/** Holds exactly this tree and the texts of these of its files, or why one is unknown; what stayed the same is not written again. */
export async function saveSources(
  tx: Tx,
  repositoryId: number,
  { sha, paths }: RepositoryTree,
  texts: ReadonlyMap<string, Known<string>>,
): Promise<void> {
  const names = recordset(paths.map((path) => ({ path })));
  await tx.$executeRaw`
    insert into repository_tree as t (repository_id, sha, paths)
    values (${repositoryId}, ${sha}, array(select r.path from jsonb_to_recordset(${names}::jsonb) as r(path text)))
        on conflict (repository_id) do update set sha = excluded.sha, paths = excluded.paths
     where t.* is distinct from excluded.*`;
  const rows = recordset(
    [...texts].map(([path, text]) =>
      text.known ? { path, text: text.value, why: null } : { path, text: null, why: text.why },
    ),
  );
  await tx.$executeRaw`
    delete from source_file t
     where t.repository_id = ${repositoryId}
       and t.path not in (select r.path from jsonb_to_recordset(${rows}::jsonb) as r(path text))`;
  await tx.$executeRaw`
    insert into source_file as t (repository_id, path, text, why)
    select ${repositoryId}, r.path, r.text, r.why
      from jsonb_to_recordset(${rows}::jsonb) as r(path text, text text, why text)
        on conflict (repository_id, path) do update set text = excluded.text, why = excluded.why
     where t.* is distinct from excluded.*`;
}
