import { saysItCovers } from "#/lib/coverage/link/says-it-covers.ts";
import { db, sql } from "./db.ts";
import { mayRefer } from "./may-refer.ts";
import { saidToCover } from "./said-to-cover.ts";

type Row = { number: number; title: string; body: string | null; said: boolean };

/** Numbers of the open pull requests towards a branch that say themselves that they cover something, or of which a person says so, the highest first: what merging them would change is told, so their files and patches are read like those of merged ones. */
export async function loadOpenCovering(
  repositoryId: number,
  branch: string,
): Promise<readonly number[]> {
  const rows = await db.$queryRaw<Row[]>`
    select number, title, body, said
      from (select p.number, p.title, p.body, ${saidToCover(repositoryId)} as said
              from pull_request p
             where p.repository_id = ${repositoryId} and p.state = 'open' and p.base_ref = ${branch}) p
     where said or ${mayRefer(sql`concat_ws(' ', title, body)`)}
     order by number desc`;
  return rows.filter((row) => row.said || saysItCovers(row)).map(({ number }) => number);
}
