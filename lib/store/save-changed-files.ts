import type { ChangedFile } from "#/lib/facts/changed-file.ts";
import type { Known } from "#/lib/facts/known.ts";
import type { Db } from "./db.ts";
import { lastOfEach, recordset } from "./recordset.ts";

export type FilesOfPullRequest = {
  readonly number: number;
  readonly files: Known<readonly ChangedFile[]>;
};

/** Replaces the file lists of these pull requests, or records why a list is unknown. */
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
  await db.$executeRaw`delete from changed_file where repository_id = ${repositoryId} and number = any(${numbers}::int[])`;
  await db.$executeRaw`
    insert into changed_file (repository_id, number, path, previous_path, status, additions, deletions)
    select ${repositoryId}, r.number, r.path, r."previousPath", r.status, r.additions, r.deletions
      from jsonb_to_recordset(${recordset(rows)}::jsonb) as r(
           number int, path text, "previousPath" text, status text, additions int, deletions int)`;
  await db.$executeRaw`
    update pull_request p set files_known = m.why is null, files_why = m.why
      from jsonb_to_recordset(${recordset(marks)}::jsonb) as m(number int, why text)
     where p.repository_id = ${repositoryId} and p.number = m.number`;
}
