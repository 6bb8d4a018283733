import { db } from "./db.ts";

/** The heads of open pull requests, newest change first, at most so many. */
export async function loadOpenHeads(
  repositoryId: number,
  atMost: number,
): Promise<readonly string[]> {
  const rows = await db.pullRequest.findMany({
    where: { repositoryId, state: "open", headSha: { not: null } },
    orderBy: [{ updatedAt: "desc" }, { number: "desc" }],
    take: atMost,
    select: { headSha: true },
  });
  return [...new Set(rows.flatMap(({ headSha }) => headSha ?? []))];
}
