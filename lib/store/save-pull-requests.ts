import type { PullRequestFact } from "#/lib/facts/pull-request.ts";
import { type Db, type Sql, sql } from "./db.ts";
import { lastOfEach, recordset } from "./recordset.ts";

// A merged one's head may be gone or moved since; that is no other merge.
const sameFiles: Sql = sql`(t.state = 'merged') = (excluded.state = 'merged')
             and t.merge_sha is not distinct from excluded.merge_sha
             and (t.state = 'merged' or (t.head_sha, t.base_ref) is not distinct from (excluded.head_sha, excluded.base_ref))`;

/**
 * Upserts pull requests on their number; an older reading never overwrites a newer one. What is known
 * of the files stays, unless the merge is another commit than before; of one that is not merged, unless
 * its head or the branch that it goes to is another.
 */
export async function savePullRequests(
  db: Db,
  repositoryId: number,
  pullRequests: readonly PullRequestFact[],
): Promise<void> {
  if (pullRequests.length === 0) return;
  const rows = recordset(lastOfEach(pullRequests, (pullRequest) => pullRequest.number));
  await db.$executeRaw`
    insert into pull_request as t (repository_id, number, external_id, title, body, state, author, labels,
           base_ref, head_ref, head_sha, merge_sha, fork_sha, url, created_at, updated_at, merged_at)
    select ${repositoryId}, r.number, r."externalId", r.title, r.body, r.state, r.author,
           array(select jsonb_array_elements_text(r.labels)), r."baseRef", r."headRef", r."headSha", r."mergeSha", r."forkSha",
           r.url, r."createdAt", r."updatedAt", r."mergedAt"
      from jsonb_to_recordset(${rows}::jsonb) as r(
           number int, "externalId" text, title text, body text, state text, author text, labels jsonb,
           "baseRef" text, "headRef" text, "headSha" text, "mergeSha" text, "forkSha" text, url text,
           "createdAt" timestamptz, "updatedAt" timestamptz, "mergedAt" timestamptz)
        on conflict (repository_id, number) do update
       set external_id = excluded.external_id, title = excluded.title, body = excluded.body, state = excluded.state,
           author = excluded.author, labels = excluded.labels, base_ref = excluded.base_ref, head_ref = excluded.head_ref,
           head_sha = excluded.head_sha, merge_sha = excluded.merge_sha, fork_sha = excluded.fork_sha, url = excluded.url,
           created_at = excluded.created_at, updated_at = excluded.updated_at, merged_at = excluded.merged_at,
           files_known = t.files_known and (${sameFiles}),
           files_why = case when ${sameFiles} then t.files_why end,
           patches_settled = null, checks_due = true
     where excluded.updated_at >= t.updated_at
       and (t.external_id, t.title, t.body, t.state, t.author, t.labels, t.base_ref, t.head_ref, t.head_sha,
            t.merge_sha, t.fork_sha, t.url, t.created_at, t.updated_at, t.merged_at)
           is distinct from
           (excluded.external_id, excluded.title, excluded.body, excluded.state, excluded.author, excluded.labels,
            excluded.base_ref, excluded.head_ref, excluded.head_sha, excluded.merge_sha, excluded.fork_sha, excluded.url,
            excluded.created_at, excluded.updated_at, excluded.merged_at)`;
}
