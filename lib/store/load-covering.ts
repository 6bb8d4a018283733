import { readReferences } from "#/lib/coverage/link/read-references.ts";
import { db } from "./db.ts";

type Words = { number: number; title: string; body: string | null };

/** Numbers of the merged pull requests of a repository that say themselves that they cover something: their tests are evidence for it, though they may be no fixes themselves. */
export async function loadCovering(repositoryId: number): Promise<ReadonlySet<number>> {
  const pulls = await db.$queryRaw<Words[]>`
    select number, title, body from pull_request
     where repository_id = ${repositoryId} and state = 'merged'
       and concat_ws(' ', title, body) ~ '(#|GAP-|/(issues|pulls?)/)[0-9]'
       and concat_ws(' ', title, body) ~* 'cover|regression|repro|gate|test|e2e|smoke|end-to-end|deploy|close|fix|resolve'`;
  return new Set(pulls.filter(covers).map(({ number }) => number));
}

const covers = ({ title, body }: Words): boolean =>
  [...readReferences(title, { title: true }), ...readReferences(body ?? "")].some(
    ({ relation, held, target }) =>
      held === null && (relation === "covers" || (relation === "closes" && target.kind === "gap")),
  );
