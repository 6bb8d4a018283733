import type { CheckFact } from "#/lib/facts/check.ts";
import type { Known } from "#/lib/facts/known.ts";
import type { Tx } from "./db.ts";
import { lastOfEach, recordset } from "./recordset.ts";

export type ChecksOfCommit = {
  readonly sha: string;
  readonly checks: Known<readonly CheckFact[]>;
  /** Whether nothing of it can change any more; else the next sync asks again. */
  readonly settled: boolean;
};

/** Holds exactly what the contexts of these commits last said, or why it is unknown; what stayed the same is not written again. */
export async function saveChecks(
  tx: Tx,
  repositoryId: number,
  commits: readonly ChecksOfCommit[],
  askedAt: Date,
): Promise<void> {
  if (commits.length === 0) return;
  const heads = recordset(
    lastOfEach(commits, ({ sha }) => sha).map(({ sha, checks, settled }) => ({
      sha,
      settled,
      why: checks.known ? null : checks.why,
    })),
  );
  await tx.$executeRaw`
    insert into commit_checks as t (repository_id, sha, why, settled)
    select ${repositoryId}, r.sha, r.why, r.settled
      from jsonb_to_recordset(${heads}::jsonb) as r(sha text, why text, settled boolean)
        on conflict (repository_id, sha) do update set why = excluded.why, settled = excluded.settled
     where t.* is distinct from excluded.*`;
  await tx.$executeRaw`
    insert into check_reading (repository_id, sha, at)
    select ${repositoryId}, r.sha, ${askedAt} from jsonb_to_recordset(${heads}::jsonb) as r(sha text)
        on conflict (repository_id, sha) do update set at = excluded.at`;
  const rows = recordset(
    commits.flatMap(({ sha, checks }) =>
      checks.known
        ? lastOfEach(checks.value, ({ context }) => context).map((check) => ({ sha, ...check }))
        : [],
    ),
  );
  const shas = commits.map(({ sha }) => sha);
  await tx.$executeRaw`
    delete from "check" t
     where t.repository_id = ${repositoryId} and t.sha = any(${shas}::text[])
       and (t.sha, t.context) not in (
           select r.sha, r.context from jsonb_to_recordset(${rows}::jsonb) as r(sha text, context text))`;
  await tx.$executeRaw`
    insert into "check" as t (repository_id, sha, context, state, at, url)
    select ${repositoryId}, r.sha, r.context, r.state, r.at, r.url
      from jsonb_to_recordset(${rows}::jsonb) as r(
           sha text, context text, state text, at timestamptz, url text)
        on conflict (repository_id, sha, context) do update
       set state = excluded.state, at = excluded.at, url = excluded.url
     where t.* is distinct from excluded.*`;
}
