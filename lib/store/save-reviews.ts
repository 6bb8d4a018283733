import type { Known } from "#/lib/facts/known.ts";
import type { ReviewFact } from "#/lib/facts/review.ts";
import type { Db } from "./db.ts";
import { lastOfEach, recordset } from "./recordset.ts";

export type ReviewsOfPullRequest = {
  readonly number: number;
  readonly reviews: Known<readonly ReviewFact[]>;
};

/** Holds exactly these reviews of these pull requests, or why those of one are unknown: then what was held of it stays. */
export async function saveReviews(
  tx: Db,
  repositoryId: number,
  lists: readonly ReviewsOfPullRequest[],
  readAt: Date,
): Promise<void> {
  if (lists.length === 0) return;
  const known = lists.flatMap(({ number, reviews }) => (reviews.known ? [number] : []));
  const rows = recordset(
    lastOfEach(
      lists.flatMap(({ reviews }) => (reviews.known ? reviews.value : [])),
      ({ externalId }) => externalId,
    ),
  );
  await tx.$executeRaw`
    delete from review t
     where t.repository_id = ${repositoryId} and t.number = any(${known}::int[])
       and t.external_id not in (select r."externalId" from jsonb_to_recordset(${rows}::jsonb) as r("externalId" text))`;
  await tx.$executeRaw`
    insert into review as t (repository_id, external_id, number, author, state, official, stale, commit_sha, body, submitted_at)
    select ${repositoryId}, r."externalId", r.number, r.author, r.state, r.official, r.stale, r."commitSha", r.body, r."submittedAt"
      from jsonb_to_recordset(${rows}::jsonb) as r(
           "externalId" text, number int, author text, state text, official boolean, stale boolean,
           "commitSha" text, body text, "submittedAt" timestamptz)
        on conflict (repository_id, external_id) do update
       set number = excluded.number, author = excluded.author, state = excluded.state, official = excluded.official,
           stale = excluded.stale, commit_sha = excluded.commit_sha, body = excluded.body, submitted_at = excluded.submitted_at
     where t.* is distinct from excluded.*`;
  const marks = recordset(
    lists.map(({ number, reviews }) => ({ number, why: reviews.known ? null : reviews.why })),
  );
  await tx.$executeRaw`
    insert into review_reading as t (repository_id, number, at, updated_at, why)
    select ${repositoryId}, p.number, ${readAt}, p.updated_at, m.why
      from jsonb_to_recordset(${marks}::jsonb) as m(number int, why text)
      join pull_request p on p.repository_id = ${repositoryId} and p.number = m.number
        on conflict (repository_id, number) do update
       set at = excluded.at, updated_at = excluded.updated_at, why = excluded.why`;
}
