import { requirePermission } from "#/lib/auth/permissions.ts";
import { AppError } from "#/lib/errors.ts";
import { inTransaction, type Tx } from "#/lib/store/db.ts";
import { declaredKey } from "#/lib/store/load-declared-gaps.ts";
import { recordDecision } from "#/lib/store/record-decision.ts";
import { createDeclaredGap, type Priority } from "#/lib/store/save-declared-gap.ts";
import { closingPulls, type NamedPull, readAndAssess, unsettlePulls } from "./closing-pulls.ts";
import { lockProgram } from "./lock-program.ts";
import type { Verb } from "./verb.ts";

export type GapDeclaration = {
  readonly slug: string;
  /** Where it would be built. */
  readonly repo: string;
  readonly title: string;
  /** Where it was said, in its own words. */
  readonly note?: string | undefined;
  readonly priority?: Priority | undefined;
  /** Pull requests that are said to close it. */
  readonly closedBy?: readonly NamedPull[] | undefined;
};

/** Writes a gap down that no issue and no pull request stands for, and returns the number of its declaration; it is an item from the next assessment on. Throws AppError not_found for a repository that the program has not, and conflict when a gap of that title was declared before, also where it was withdrawn. */
export async function declareGap({ ctx, input }: Verb<GapDeclaration>): Promise<number> {
  requirePermission(ctx.actor, "gap.declare");
  const { slug, repo, title, note = null, priority = "P2", closedBy = [] } = input;
  const declared = await inTransaction(async (tx) => {
    const { id: programId } = await lockProgram(tx, slug);
    const repositoryId = await repositoryOf(tx, { programId, slug, repo });
    await requireNew(tx, programId, title);
    const pulls = await closingPulls(tx, programId, closedBy);
    const said = { programId, repositoryId, title, note, priority, closedBy: pulls };
    const id = await createDeclaredGap(tx, { ...said, at: ctx.now, actorId: ctx.actor.id });
    await unsettlePulls(tx, pulls);
    await recordDecision(tx, {
      at: ctx.now,
      actorId: ctx.actor.id,
      verb: "gap.declare",
      subject: declaredKey(id),
      after: { title, repo, priority, note, closedBy: closedBy.map(namePull) },
    });
    return { id, programId, pulls };
  });
  await readAndAssess(declared.programId, declared.pulls);
  return declared.id;
}

const namePull = ({ repo, number }: NamedPull): string => `${repo}#${number}`;

async function repositoryOf(
  tx: Tx,
  { programId, slug, repo }: { programId: number; slug: string; repo: string },
): Promise<number> {
  const scope = await tx.programRepository.findFirst({ where: { programId, alias: repo } });
  if (scope) return scope.repositoryId;
  throw new AppError("not_found", `The program ${slug} has no repository with the alias ${repo}.`);
}

async function requireNew(tx: Tx, programId: number, title: string): Promise<void> {
  const held = await tx.declaredGap.findUnique({
    where: { programId_title: { programId, title } },
  });
  if (!held) return;
  throw new AppError(
    "conflict",
    held.withdrawnAt === null
      ? `A gap of this title is declared already: “${title}”.`
      : `A gap of this title was declared and withdrawn: “${title}”. Put it back in scope instead.`,
  );
}
