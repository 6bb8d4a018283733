import type { DirectCommitFact } from "#/lib/facts/direct-commit.ts";
import type { Tx } from "./db.ts";
import { lastOfEach, recordset } from "./recordset.ts";

/** Holds these direct commits as met by a walk of the line; one that was held is held once. */
export async function saveDirectCommits(
  tx: Tx,
  input: { repositoryId: number; walk: number; commits: readonly DirectCommitFact[] },
): Promise<void> {
  const { repositoryId, walk, commits } = input;
  if (commits.length === 0) return;
  const rows = recordset(lastOfEach(commits, ({ sha }) => sha));
  await tx.$executeRaw`
    insert into direct_commit as t (repository_id, sha, title, body, author, url, committed_at, walk)
    select ${repositoryId}, r.sha, r.title, r.body, r.author, r.url, r."committedAt", ${walk}::int
      from jsonb_to_recordset(${rows}::jsonb)
           as r(sha text, title text, body text, author text, url text, "committedAt" timestamptz)
        on conflict (repository_id, sha) do update
           set title = excluded.title, body = excluded.body, author = excluded.author, url = excluded.url,
               committed_at = excluded.committed_at, walk = excluded.walk
     where t.* is distinct from excluded.*`;
}

/**
 * Ends a walk of the line. What is older than the window goes; so does what only broken-off walks met,
 * since this one was due to meet it again, and after a walk of the whole window all that it did not
 * meet, as after a rewritten history.
 */
export async function saveCommitLine(
  tx: Tx,
  input: {
    repositoryId: number;
    walk: number;
    tip: string | null;
    since: Date | null;
    /** Whether it went through the whole window, and not only to an earlier tip. */
    isWhole: boolean;
  },
): Promise<void> {
  const { repositoryId, walk, tip, since, isWhole } = input;
  await tx.$executeRaw`
    delete from direct_commit t
     where t.repository_id = ${repositoryId}
       and (t.committed_at < ${since}::timestamptz
            or (t.walk <> ${walk}::int
                and (${isWhole}::boolean
                     or t.walk > (select l.walk from commit_line l where l.repository_id = ${repositoryId}))))`;
  await tx.$executeRaw`
    insert into commit_line as t (repository_id, tip, since, walk)
    values (${repositoryId}, ${tip}, ${since}::timestamptz, ${walk})
        on conflict (repository_id) do update set tip = excluded.tip, since = excluded.since, walk = excluded.walk
     where ${isWhole}::boolean or (t.tip, t.since) is distinct from (excluded.tip, excluded.since)`;
}
