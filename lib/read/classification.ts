import { z } from "zod";
import type { ItemView } from "#/lib/contract/item.ts";
import { StepView } from "#/lib/contract/step.ts";
import { readRevertingCommit } from "#/lib/coverage/rung/steps-of-rungs.ts";
import { db } from "#/lib/store/db.ts";

type Item = {
  readonly programId: number;
  readonly kind: string;
  readonly repositoryId: number | null;
  readonly number: number | null;
};

type Classified = Pick<ItemView, "steps" | "decision" | "copies" | "revertedBy">;

const NONE: Classified = { steps: [], decision: null, copies: [], revertedBy: null };

/** Why a fix is judged as it is, what a person decided about it, its copies and what took it back; nothing for what is no change. */
export async function readClassification(item: Item): Promise<Classified> {
  const { programId, repositoryId, number } = item;
  if (item.kind !== "fix" || repositoryId === null || number === null) return NONE;
  const [row, copies, decision] = await Promise.all([
    db.classification.findUnique({
      where: { programId_repositoryId_number: { programId, repositoryId, number } },
    }),
    db.classification.findMany({
      where: { programId, repositoryId, copyOf: number },
      orderBy: { number: "asc" },
      select: { number: true },
    }),
    db.override.findFirst({
      where: { programId, repositoryId, subject: "fix", key: String(number) },
      orderBy: { id: "desc" },
      include: { actor: true },
    }),
  ]);
  const steps = z.array(StepView).parse(row?.steps ?? []);
  return {
    steps,
    copies: copies.map((copy) => copy.number),
    revertedBy: row?.revertedBy ?? readRevertingCommit(steps),
    decision:
      decision?.value == null
        ? null
        : {
            isFix: decision.value === "fix",
            reason: decision.reason,
            by: decision.actor.name,
            byKind: decision.actor.kind,
            at: decision.at.toISOString(),
          },
  };
}
