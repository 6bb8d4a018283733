import { saysItCovers } from "#/lib/coverage/link/says-it-covers.ts";
import { db, sql } from "./db.ts";
import { mayRefer } from "./may-refer.ts";

type Words = { number: number; title: string; body: string | null };

/** Numbers of the merged pull requests of a repository that say themselves that they cover something: their tests are evidence for it, though they may be no fixes themselves. */
export async function loadCovering(repositoryId: number): Promise<ReadonlySet<number>> {
  const pulls = await db.$queryRaw<Words[]>`
    select number, title, body from pull_request
     where repository_id = ${repositoryId} and state = 'merged'
       and ${mayRefer(sql`concat_ws(' ', title, body)`)}
       and concat_ws(' ', title, body) ~* 'cover|regression|repro|gate|test|e2e|smoke|end-to-end|deploy|close|fix|resolve'`;
  return new Set(pulls.filter(saysItCovers).map(({ number }) => number));
}
