import { z } from "zod";
import type { ItemView } from "#/lib/contract/item.ts";
import { StepView } from "#/lib/contract/step.ts";
import { keyOf } from "#/lib/coverage/link/endpoint.ts";
import { readRevertingCommit } from "#/lib/coverage/rung/steps-of-rungs.ts";
import { db } from "#/lib/store/db.ts";

/** Who repairs an issue or a declared gap: what closes it by a link or by its declaration, merged to the default branch. What is not decided repairs nothing yet, and what was taken back no longer does. */
export async function readPatches(
  programId: number,
  { links, declaration }: Pick<ItemView, "links" | "declaration">,
): Promise<ItemView["patches"]> {
  const linked = links
    .filter(({ relation, certainty }) => relation === "closes" && certainty !== "ambiguous")
    .map(({ from }) => from);
  const closing = new Map(
    [...linked, ...(declaration?.closedBy ?? [])].map((from) => [keyOf(from.end), from]),
  );
  const patches = await Promise.all(
    [...closing.values()].map(async ({ end, label }) => {
      if (end.kind !== "pull") return [];
      const { repositoryId, number } = end;
      const [pull, classified] = await Promise.all([
        db.pullRequest.findUnique({
          where: { repositoryId_number: { repositoryId, number } },
          include: { repository: { select: { defaultBranch: true } } },
        }),
        db.classification.findUnique({
          where: { programId_repositoryId_number: { programId, repositoryId, number } },
        }),
      ]);
      if (!pull?.mergedAt || pull.baseRef !== pull.repository.defaultBranch) return [];
      const steps = z.array(StepView).parse(classified?.steps ?? []);
      const isBack = (classified?.revertedBy ?? readRevertingCommit(steps)) !== null;
      return isBack ? [] : [{ label, mergedAt: pull.mergedAt.toISOString() }];
    }),
  );
  return patches.flat().toSorted((one, other) => one.mergedAt.localeCompare(other.mergedAt));
}
