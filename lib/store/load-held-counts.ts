import { db } from "./db.ts";

/** How many rows of each walked stream are held, with those that are quarantined: the forge counts them too. */
export async function loadHeldCounts(
  repositoryId: number,
): Promise<{ issues: number; pulls: number; comments: number }> {
  const [issues, pulls, comments, quarantined] = await Promise.all([
    db.issue.count({ where: { repositoryId } }),
    db.pullRequest.count({ where: { repositoryId } }),
    db.comment.count({ where: { repositoryId } }),
    db.quarantine.groupBy({ by: ["stream"], where: { repositoryId }, _count: true }),
  ]);
  const kept = (stream: string) => quarantined.find((each) => each.stream === stream)?._count ?? 0;
  return {
    issues: issues + kept("issues"),
    pulls: pulls + kept("pulls"),
    comments: comments + kept("comments"),
  };
}
