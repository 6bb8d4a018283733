import type { CommentFact } from "#/lib/facts/comment.ts";
import type { Db } from "./db.ts";
import { lastOfEach, recordset } from "./recordset.ts";

/** Upserts comments on the forge's id; an older reading never overwrites a newer one. */
export async function saveComments(
  db: Db,
  repositoryId: number,
  comments: readonly CommentFact[],
): Promise<void> {
  if (comments.length === 0) return;
  const rows = recordset(lastOfEach(comments, (comment) => comment.externalId));
  await db.$executeRaw`
    insert into comment as t (repository_id, external_id, number, author, body, url, created_at, updated_at)
    select ${repositoryId}, r."externalId", r.number, r.author, r.body, r.url, r."createdAt", r."updatedAt"
      from jsonb_to_recordset(${rows}::jsonb) as r(
           "externalId" text, number int, author text, body text, url text, "createdAt" timestamptz, "updatedAt" timestamptz)
        on conflict (repository_id, external_id) do update
       set number = excluded.number, author = excluded.author, body = excluded.body, url = excluded.url,
           created_at = excluded.created_at, updated_at = excluded.updated_at
     where excluded.updated_at >= t.updated_at and t.* is distinct from excluded.*`;
}
