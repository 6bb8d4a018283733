import { AppError } from "#/lib/errors.ts";
import { type Db, db } from "#/lib/store/db.ts";

export type Actor = {
  readonly id: number;
  readonly name: string;
  readonly kind: "person" | "agent" | "system";
  readonly roles: readonly string[];
};

const OPERATOR = "operator";
const SYSTEM = "gateline";

/** The one person of a server without sign-in; null until somebody gave a name. */
export async function findOperator(from: Db = db): Promise<Actor | null> {
  const row = await from.actor.findFirst({
    where: { kind: "person", roles: { has: OPERATOR } },
    orderBy: { id: "asc" },
  });
  return row && { id: row.id, name: row.name, kind: "person", roles: row.roles };
}

/** Whoever is acting; refuses until the operator has a name. */
export async function requireActor(): Promise<Actor> {
  const operator = await findOperator();
  if (operator) return operator;
  throw new AppError(
    "forbidden",
    "Nobody is named as this server's operator yet. Give a name in the settings, then do it again.",
  );
}

/** The server itself, for what no person asked for. */
export async function systemActor(): Promise<Actor> {
  const row = await db.actor.upsert({
    where: { name: SYSTEM },
    create: { name: SYSTEM, kind: "system", roles: ["admin"] },
    update: {},
  });
  return { id: row.id, name: row.name, kind: "system", roles: row.roles };
}

export const OPERATOR_ROLES = [OPERATOR, "admin"];
