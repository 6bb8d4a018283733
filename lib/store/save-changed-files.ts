import type { ChangedFile } from "#/lib/facts/changed-file.ts";
import type { Known } from "#/lib/facts/known.ts";
import { type Db, sql } from "./db.ts";
import { lastOfEach, recordset } from "./recordset.ts";
import { unsettleSettled } from "./unsettle.ts";

export type FilesOfPullRequest = {
  readonly number: number;
  readonly files: Known<readonly ChangedFile[]>;
};

/**
 * Holds exactly these file lists, or why one is unknown; a file that stayed the same is not written
 * again. Where a list is another one than before, or is known anew, its patches are let go: they may
 * be those of another commit.
 */
export async function saveChangedFiles(
  db: Db,
  repositoryId: number,
  lists: readonly FilesOfPullRequest[],
): Promise<void> {
  if (lists.length === 0) return;
  const numbers = lists.map((list) => list.number);
  const rows = lists.flatMap(({ number, files }) =>
    files.known
      ? lastOfEach(files.value, (file) => file.path).map((file) => ({ number, ...file }))
      : [],
  );
  const marks = lists.map(({ number, files }) => ({ number, why: files.known ? null : files.why }));
  const files = recordset(rows);
  const gone = await db.$queryRaw<Changed>`
    delete from changed_file t
     where t.repository_id = ${repositoryId} and t.number = any(${numbers}::int[])
       and (t.number, t.path) not in (
           select r.number, r.path from jsonb_to_recordset(${files}::jsonb) as r(number int, path text))
    returning t.number`;
  const written = await db.$queryRaw<Changed>`
    insert into changed_file as t (repository_id, number, path, previous_path, status, additions, deletions)
    select ${repositoryId}, r.number, r.path, r."previousPath", r.status, r.additions, r.deletions
      from jsonb_to_recordset(${files}::jsonb) as r(
           number int, path text, "previousPath" text, status text, additions int, deletions int)
        on conflict (repository_id, number, path) do update
       set previous_path = excluded.previous_path, status = excluded.status,
           additions = excluded.additions, deletions = excluded.deletions
     where t.* is distinct from excluded.*
    returning t.number`;
  const marked = await db.$queryRaw<Changed>`
    update pull_request p set files_known = m.why is null, files_why = m.why
      from jsonb_to_recordset(${recordset(marks)}::jsonb) as m(number int, why text)
     where p.repository_id = ${repositoryId} and p.number = m.number
       and (p.files_known, p.files_why) is distinct from (m.why is null, m.why)
    returning p.number`;
  const changed = [...new Set([...gone, ...written, ...marked].map(({ number }) => number))];
  if (changed.length === 0) return;
  await db.$executeRaw`
    delete from file_patch t where t.repository_id = ${repositoryId} and t.number = any(${changed}::int[])`;
  await unsettleSettled(db, repositoryId, sql`p.number = any(${changed}::int[])`);
}

type Changed = { number: number }[];
