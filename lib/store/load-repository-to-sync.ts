import { AppError } from "#/lib/errors.ts";
import { db } from "./db.ts";

export type RepositoryToSync = {
  readonly sourceId: number;
  readonly externalId: string;
  readonly fullName: string;
  readonly defaultBranch: string;
  readonly url: string | null;
  /** The earliest `fixesSince` of the programs that it is in; null when it is in none. */
  readonly filesSince: Date | null;
};

/** What a sync has to know of a repository. */
export async function loadRepositoryToSync(repositoryId: number): Promise<RepositoryToSync> {
  const row = await db.repository.findUnique({
    where: { id: repositoryId },
    include: { programs: { include: { program: { select: { fixesSince: true } } } } },
  });
  if (row === null) throw new AppError("not_found", `There is no repository ${repositoryId}.`);
  const since = row.programs.map(({ program }) => program.fixesSince.getTime());
  return {
    sourceId: row.sourceId,
    externalId: row.externalId,
    fullName: row.fullName,
    defaultBranch: row.defaultBranch,
    url: row.url,
    filesSince: since.length === 0 ? null : new Date(Math.min(...since)),
  };
}
