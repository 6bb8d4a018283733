import { type Actor, findOperator, OPERATOR_ROLES } from "#/lib/auth/actor.ts";
import { AppError } from "#/lib/errors.ts";
import { inTransaction } from "#/lib/store/db.ts";
import { recordDecision } from "#/lib/store/record-decision.ts";

/** Names the one local operator, or renames it; the first naming is the only write that needs no actor. */
export async function nameOperator({ name, now }: { name: string; now: Date }): Promise<Actor> {
  return inTransaction(async (tx) => {
    // Two first names at once would make two operators.
    await tx.$executeRaw`lock table actor in share row exclusive mode`;
    const operator = await findOperator(tx);
    const holder = await tx.actor.findUnique({ where: { name } });
    if (holder && holder.id !== operator?.id) {
      throw new AppError("conflict", `The name ${name} is taken. Choose another one.`);
    }
    const row = operator
      ? await tx.actor.update({ where: { id: operator.id }, data: { name } })
      : await tx.actor.create({ data: { name, kind: "person", roles: OPERATOR_ROLES } });
    await recordDecision(tx, {
      at: now,
      actorId: row.id,
      verb: "operator.name",
      subject: `actor:${row.id}`,
      ...(operator ? { before: { name: operator.name } } : {}),
      after: { name },
    });
    return { id: row.id, name: row.name, kind: "person", roles: row.roles };
  });
}
