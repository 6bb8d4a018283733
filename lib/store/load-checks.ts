import { z } from "zod";
import { CHECK_STATES, type CheckFact } from "#/lib/facts/check.ts";
import { type Known, known, unknown } from "#/lib/facts/known.ts";
import { db } from "./db.ts";

const State = z.enum(CHECK_STATES);

/** What the contexts of these commits last said, or why that is unknown; a commit that was not asked for is absent. */
export async function loadChecks(
  repositoryId: number,
  shas: readonly string[],
): Promise<ReadonlyMap<string, Known<readonly CheckFact[]>>> {
  const rows = await db.commitChecks.findMany({
    where: { repositoryId, sha: { in: [...shas] } },
    include: { checks: { orderBy: { context: "asc" } } },
  });
  return new Map(
    rows.map(({ sha, why, checks }) => [
      sha,
      why === null
        ? known(
            checks.map(({ context, state, at, url }) => ({
              context,
              state: State.parse(state),
              at,
              url,
            })),
          )
        : unknown(why),
    ]),
  );
}

/** The newest merge, or the tip, on which each context was seen to succeed, as the moment when that commit came to the default branch. */
export async function loadPasses(repositoryId: number): Promise<ReadonlyMap<string, Date>> {
  const rows = await db.$queryRaw<{ context: string; at: Date }[]>`
    select c.context, max(coalesce(p.merged_at, c.at)) as at
      from "check" c
      join repository r on r.id = c.repository_id
      left join pull_request p on p.repository_id = c.repository_id and p.merge_sha = c.sha
           and p.state = 'merged' and p.base_ref = r.default_branch
     where c.repository_id = ${repositoryId} and c.state = 'success'
       and (p.number is not null
            or c.sha = (select l.tip from commit_line l where l.repository_id = ${repositoryId}))
     group by c.context`;
  return new Map(rows.map(({ context, at }) => [context, at]));
}

/** Every context that any commit of the repository was seen to have, each once. */
export async function loadSeenContexts(repositoryId: number): Promise<readonly string[]> {
  const rows = await db.$queryRaw<{ context: string }[]>`
    select distinct c.context from "check" c where c.repository_id = ${repositoryId} order by 1`;
  return rows.map(({ context }) => context);
}
