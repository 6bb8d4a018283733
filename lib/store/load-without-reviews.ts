import { db } from "./db.ts";

/**
 * Numbers of pull requests whose reviews are due, at most so many: open ones that were not asked for since
 * `openBefore`, and those merged in the window that changed since they were asked for; what was
 * asked for longest ago comes first.
 */
export async function loadWithoutReviews(input: {
  repositoryId: number;
  since: Date | null;
  openBefore: Date;
  atMost: number;
}): Promise<readonly number[]> {
  const { repositoryId, since, openBefore, atMost } = input;
  const rows = await db.$queryRaw<{ number: number }[]>`
    select p.number
      from pull_request p
      left join review_reading r on r.repository_id = p.repository_id and r.number = p.number
     where p.repository_id = ${repositoryId}
       and (p.state = 'open' and (r.at is null or r.at < ${openBefore} or r.updated_at < p.updated_at)
            or p.state = 'merged' and (r.at is null or r.updated_at < p.updated_at)
               and coalesce(p.merged_at >= ${since}, true))
     order by r.at nulls first, p.updated_at desc, p.number desc
     limit ${atMost}`;
  return rows.map(({ number }) => number);
}
