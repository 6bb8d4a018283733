import { db } from "./db.ts";

/** The heads of open pull requests, at most so many: those first whose checks were asked for longest ago, and of those that never were the newest change. */
export async function loadOpenHeads(
  repositoryId: number,
  atMost: number,
): Promise<readonly string[]> {
  const rows = await db.$queryRaw<{ sha: string }[]>`
    select p.head_sha as sha
      from pull_request p
      left join check_reading r on r.repository_id = p.repository_id and r.sha = p.head_sha
     where p.repository_id = ${repositoryId} and p.state = 'open' and p.head_sha is not null
     group by p.head_sha
     order by min(r.at) nulls first, max(p.updated_at) desc, p.head_sha
     limit ${atMost}`;
  return rows.map(({ sha }) => sha);
}
