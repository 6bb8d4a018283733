import { AppError } from "#/lib/errors.ts";
import { enqueue } from "#/lib/jobs/queue.ts";
import type { Tx } from "#/lib/store/db.ts";
import type { DeclaredPull } from "#/lib/store/save-declared-gap.ts";
import { unsettle } from "#/lib/store/unsettle.ts";

/** A pull request as people name it. */
export type NamedPull = { readonly repo: string; readonly number: number };

/** The pull requests that are said to close a gap, each once, by the repositories that a program calls so; throws AppError not_found for an alias that it has not. One that was not read is kept: it may come with the next sync. */
export async function closingPulls(
  tx: Tx,
  programId: number,
  named: readonly NamedPull[],
): Promise<DeclaredPull[]> {
  const scope = await tx.programRepository.findMany({ where: { programId } });
  const idOf = new Map(scope.map(({ alias, repositoryId }) => [alias, repositoryId]));
  const found = new Map<string, DeclaredPull>();
  for (const { repo, number } of named) {
    const repositoryId = idOf.get(repo);
    if (repositoryId === undefined) {
      throw new AppError(
        "not_found",
        `The program has no repository with the alias ${repo}, so ${repo}#${number} is not known.`,
      );
    }
    found.set(`${repositoryId}#${number}`, { repositoryId, number });
  }
  return [...found.values()];
}

/** Has the next sync read what their evidence needs. */
export async function unsettlePulls(tx: Tx, pulls: readonly DeclaredPull[]): Promise<void> {
  for (const { repositoryId, number } of pulls) await unsettle(tx, repositoryId, [number]);
}

/** Asks for that sync, and for the assessment after. */
export async function readAndAssess(
  programId: number,
  pulls: readonly DeclaredPull[],
): Promise<void> {
  for (const repositoryId of new Set(pulls.map((pull) => pull.repositoryId)))
    await enqueue("sync-repository", { repositoryId });
  await enqueue("assess-program", { programId });
}
