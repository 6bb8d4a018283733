import type { DirectCommitFact } from "#/lib/facts/direct-commit.ts";
import { type Known, known, unknown } from "#/lib/facts/known.ts";
import { db } from "./db.ts";
import { beginsBy } from "./load-commit-line.ts";

const NOT_READ = "The commits of the default branch were not read yet; the next sync reads them.";
const NOT_SO_EARLY =
  "The commits of the default branch were not read from the beginning of the window on; the next sync reads them.";

/** The commits on the default branch that no merged pull request brought, in a window whose ends both belong to it, oldest first; unknown with the reason while they could not be read, or not from so early on. */
export async function loadDirectCommits(
  repositoryId: number,
  since: Date,
  until: Date,
): Promise<Known<readonly DirectCommitFact[]>> {
  const key = { repositoryId, stream: "commits" };
  const stream = await db.syncStream.findUnique({ where: { repositoryId_stream: key } });
  if (stream?.refusal) return unknown(stream.refusal);
  const line = await db.commitLine.findUnique({ where: { repositoryId } });
  if (!stream?.completedAt || line === null) return unknown(NOT_READ);
  if (!beginsBy(line.since, since)) return unknown(NOT_SO_EARLY);
  const rows = await db.directCommit.findMany({
    where: { repositoryId, committedAt: { gte: since, lte: until } },
    orderBy: [{ committedAt: "asc" }, { sha: "asc" }],
    omit: { repositoryId: true, walk: true },
  });
  return known(rows);
}
