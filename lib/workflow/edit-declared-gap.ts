import { requirePermission } from "#/lib/auth/permissions.ts";
import { AppError } from "#/lib/errors.ts";
import { gapName } from "#/lib/format.ts";
import { inTransaction, type JsonInput, type Tx } from "#/lib/store/db.ts";
import { declaredKey } from "#/lib/store/load-declared-gaps.ts";
import { recordDecision } from "#/lib/store/record-decision.ts";
import { changeDeclaredGap, type Priority } from "#/lib/store/save-declared-gap.ts";
import { closingPulls, type NamedPull, readAndAssess, unsettlePulls } from "./closing-pulls.ts";
import { lockProgram } from "./lock-program.ts";
import type { Ctx, Verb } from "./verb.ts";

export type DeclaredGapEdit = {
  readonly slug: string;
  /** The number of the declaration. */
  readonly id: number;
  readonly priority?: Priority | undefined;
  /** Null takes it away. */
  readonly note?: string | null | undefined;
  readonly closedBy?: readonly NamedPull[] | undefined;
  /** True: out of scope, with the reason. False: in scope again. */
  readonly withdrawn?: boolean | undefined;
  readonly reason?: string | undefined;
};

/** Changes a declared gap but for its title, takes it out of scope or back: its number stays, and a claim on it ends when it leaves. Throws AppError not_found for a declaration that the program has not, invalid for a withdrawal without a reason, and conflict for what changes nothing. */
export async function editDeclaredGap({ ctx, input }: Verb<DeclaredGapEdit>): Promise<void> {
  requirePermission(ctx.actor, "gap.declare");
  if (input.withdrawn === true && input.reason === undefined)
    throw new AppError("invalid", "Taking a gap out of scope needs a reason.");
  const edited = await inTransaction(async (tx) => {
    const { id: programId } = await lockProgram(tx, input.slug);
    const held = await tx.declaredGap.findFirst({ where: { programId, id: input.id } });
    if (!held) throw new AppError("not_found", `No gap was declared under ${input.id} here.`);
    requireNews(held, input);
    const { closedBy, withdrawn, priority, note } = input;
    const pulls = closedBy && (await closingPulls(tx, programId, closedBy));
    const withdrawnAt = withdrawn === undefined ? undefined : withdrawn ? ctx.now : null;
    const change = { note, closedBy: pulls, withdrawnAt };
    const moved = priority === held.priority ? undefined : priority;
    await changeDeclaredGap(tx, { programId, id: held.id, priority: moved, ...change });
    if (pulls) await unsettlePulls(tx, pulls);
    await decide(tx, ctx, { input, held });
    if (withdrawn === true) await releaseClaim(tx, ctx, programId, held.id);
    return { programId, pulls: pulls ?? [] };
  });
  await readAndAssess(edited.programId, edited.pulls);
}

type Held = { readonly id: number; readonly priority: string; readonly note: string | null } & {
  readonly withdrawnAt: Date | null;
};

function requireNews(held: Held, { priority, note, closedBy, withdrawn }: DeclaredGapEdit): void {
  if (withdrawn === true && held.withdrawnAt !== null)
    throw new AppError("conflict", "It was withdrawn before.");
  if (withdrawn === false && held.withdrawnAt === null)
    throw new AppError("conflict", "It is in scope already.");
  const changes = [
    withdrawn !== undefined,
    closedBy !== undefined,
    priority !== undefined && priority !== held.priority,
    note !== undefined && note !== held.note,
  ];
  if (!changes.includes(true)) throw new AppError("conflict", "Nothing of it would change.");
}

async function decide(
  tx: Tx,
  ctx: Ctx,
  { input, held }: { input: DeclaredGapEdit; held: Held },
): Promise<void> {
  const { slug: _slug, id: _id, withdrawn, reason, ...after } = input;
  const verb = withdrawn === undefined ? "gap.edit" : withdrawn ? "gap.withdraw" : "gap.put_back";
  const said = { ...after, ...(reason === undefined ? {} : { reason }) };
  await recordDecision(tx, {
    at: ctx.now,
    actorId: ctx.actor.id,
    verb,
    subject: declaredKey(held.id),
    before: { priority: held.priority, note: held.note },
    after: JSON.parse(JSON.stringify(said)) as JsonInput,
  });
}

async function releaseClaim(tx: Tx, ctx: Ctx, programId: number, id: number): Promise<void> {
  const naturalKey = declaredKey(id);
  const item = await tx.item.findFirst({
    where: { programId, naturalKey, claim: { isNot: null } },
  });
  if (!item) return;
  await tx.claim.deleteMany({ where: { itemId: item.id } });
  const subject = gapName(item.id);
  await recordDecision(tx, { at: ctx.now, actorId: ctx.actor.id, verb: "gap.release", subject });
}
