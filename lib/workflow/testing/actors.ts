import type { Actor } from "#/lib/auth/actor.ts";
import type { Role } from "#/lib/auth/permissions.ts";
import { db } from "#/lib/store/db.ts";

/** An actor of its own with these roles, as the database has it. */
export async function actor(
  name: string,
  roles: readonly Role[],
  kind: Actor["kind"] = "person",
): Promise<Actor> {
  const row = await db.actor.create({ data: { name, kind, roles: [...roles] } });
  return { id: row.id, name, kind, roles };
}

/** The last decision that was written, without its number. */
export async function lastDecision() {
  const row = await db.decision.findFirst({ orderBy: { id: "desc" } });
  if (!row) throw new Error("There is no decision.");
  const { verb, subject, actorId, at, before, after } = row;
  return { verb, subject, actorId, at, before, after };
}
