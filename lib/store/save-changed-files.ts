import type { ChangedFile } from "#/lib/facts/changed-file.ts";
import type { Known } from "#/lib/facts/known.ts";
import type { Db } from "./db.ts";
import { lastOfEach, recordset } from "./recordset.ts";

export type FilesOfPullRequest = {
  readonly number: number;
  readonly files: Known<readonly ChangedFile[]>;
};

/** Holds exactly these file lists, or why one is unknown; a file that stayed the same is not written again. */
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
  await db.$executeRaw`
    delete from changed_file t
     where t.repository_id = ${repositoryId} and t.number = any(${numbers}::int[])
       and (t.number, t.path) not in (
           select r.number, r.path from jsonb_to_recordset(${recordset(rows)}::jsonb) as r(number int, path text))`;
  await db.$executeRaw`
    insert into changed_file as t (repository_id, number, path, previous_path, status, additions, deletions)
    select ${repositoryId}, r.number, r.path, r."previousPath", r.status, r.additions, r.deletions
      from jsonb_to_recordset(${recordset(rows)}::jsonb) as r(
           number int, path text, "previousPath" text, status text, additions int, deletions int)
        on conflict (repository_id, number, path) do update
       set previous_path = excluded.previous_path, status = excluded.status,
           additions = excluded.additions, deletions = excluded.deletions
     where t.* is distinct from excluded.*`;
  await db.$executeRaw`
    update pull_request p set files_known = m.why is null, files_why = m.why
      from jsonb_to_recordset(${recordset(marks)}::jsonb) as m(number int, why text)
     where p.repository_id = ${repositoryId} and p.number = m.number
       and (p.files_known, p.files_why) is distinct from (m.why is null, m.why)`;
}
