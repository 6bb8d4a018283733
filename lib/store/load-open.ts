import { z } from "zod";
import { db } from "./db.ts";
import { PullRow, pullColumns, pullFiles, type WithFiles, withFiles } from "./pull-with-files.ts";

export type OpenPullRequest = WithFiles<PullRow>;

/** Those of these pull requests that are open towards a branch, each with its files and what is held of their patches. */
export async function loadOpen(
  repositoryId: number,
  branch: string,
  numbers: readonly number[],
): Promise<readonly OpenPullRequest[]> {
  if (numbers.length === 0) return [];
  const rows = await db.$queryRaw`
    select ${pullColumns}
      from pull_request p
      ${pullFiles}
     where p.repository_id = ${repositoryId} and p.state = 'open' and p.base_ref = ${branch}
       and p.number = any(${[...numbers]}::int[])
     order by p.number`;
  return z.array(PullRow).parse(rows).map(withFiles);
}
