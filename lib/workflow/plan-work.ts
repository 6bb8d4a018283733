import { isDeepStrictEqual } from "node:util";
import { requirePermission } from "#/lib/auth/permissions.ts";
import { AppError } from "#/lib/errors.ts";
import { inTransaction, type Tx } from "#/lib/store/db.ts";
import { loadPlanKeys } from "#/lib/store/load-plan-keys.ts";
import { recordDecision } from "#/lib/store/record-decision.ts";
import { type PlanWord, savePlanWord, subjectOf } from "#/lib/store/save-plan-word.ts";
import { lockProgram } from "./lock-program.ts";
import type { Verb } from "./verb.ts";

export type PlanSaying = {
  readonly slug: string;
  /** `instead`: the number of the order by hand that this one was made from, null for none; left out it is not asked. */
  readonly said: PlanWord & { readonly instead?: number | null | undefined };
};

/** A person's word on the dispatch plan, by its number: its order, who has a piece of work, how urgent it is; it is in force until another replaces it. Throws AppError not_found for a piece that no plan of the program has, invalid for an order that names one twice, and conflict for an order made from one that is not in force any more, for a word that is in force already and where there is none to take back. */
export async function planWork({ ctx, input }: Verb<PlanSaying>): Promise<number> {
  requirePermission(ctx.actor, "plan.order");
  return inTransaction(async (tx) => {
    const program = await lockProgram(tx, input.slug);
    const { said } = input;
    await requirePieces(tx, program.id, said);
    const before = await tx.planWord.findFirst({
      where: { programId: program.id, verb: said.verb, subject: subjectOf(said) },
      orderBy: { id: "desc" },
      include: { actor: { select: { name: true } } },
    });
    requireSeen(said, before);
    requireNews(said, before?.value ?? null);
    const word = { programId: program.id, at: ctx.now, actorId: ctx.actor.id, said };
    const wordId = await savePlanWord(tx, word);
    const { value } = said;
    await recordDecision(tx, {
      at: ctx.now,
      actorId: ctx.actor.id,
      verb: `plan.${said.verb}`,
      subject: `program:${input.slug}`,
      before: { piece: subjectOf(said), value: before?.value ?? null },
      after: {
        piece: subjectOf(said),
        value: typeof value === "object" && value !== null ? [...value] : value,
      },
    });
    return wordId;
  });
}

async function requirePieces(tx: Tx, programId: number, said: PlanWord): Promise<void> {
  // What is gone since can still be let go.
  if (said.value === null) return;
  const keys = said.verb === "order" ? said.value : [said.subject];
  if (new Set(keys).size < keys.length)
    throw new AppError("invalid", "The order names a piece of work twice.");
  const known = await loadPlanKeys(tx, programId, keys);
  const gone = keys.find((key) => !known.has(key));
  if (gone !== undefined)
    throw new AppError(
      "not_found",
      `The piece of work ${gone} is not in the plan any more. Load the plan again.`,
    );
}

/** Two people who order at one moment do not undo each other unseen. */
function requireSeen(
  { instead }: PlanSaying["said"],
  before: { id: number; value: unknown; actor: { name: string } } | null,
): void {
  if (instead === undefined) return;
  const inForce = before !== null && before.value !== null ? before.id : null;
  if (instead === inForce) return;
  throw new AppError(
    "conflict",
    before === null
      ? "Nobody ordered the plan by hand. Load it again."
      : `${before.actor.name} ${inForce === null ? "went back to the order by rule" : "ordered the plan"} in the meantime. Look at it as it is now, then do it again.`,
  );
}

function requireNews({ verb, value }: PlanWord, before: unknown): void {
  if (!isDeepStrictEqual(value, before)) return;
  throw new AppError(
    "conflict",
    value === null
      ? NOTHING[verb]
      : verb === "order"
        ? "The plan stands in this order already."
        : `It was said before: ${value}.`,
  );
}

const NOTHING: Readonly<Record<PlanWord["verb"], string>> = {
  order: "The plan stands in the order by rule already.",
  assign: "Nobody has it, so there is nobody to take it from.",
  priority: "Nobody gave it a priority, so there is none to take back.",
};
