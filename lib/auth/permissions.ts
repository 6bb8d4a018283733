import { AppError } from "#/lib/errors.ts";
import type { Actor } from "./actor.ts";

export const ROLES = [
  "viewer",
  "engineer",
  "reviewer",
  "program_manager",
  "governor",
  "cto",
  "admin",
] as const;
export type Role = (typeof ROLES)[number];

/** Who may do what; an action that is not written here cannot be done. */
const ALLOWED = {
  "gap.claim": ["engineer", "program_manager", "admin"],
  "gap.release": ["engineer", "program_manager", "admin"],
  "gap.declare": ["engineer", "program_manager", "admin"],
  "classification.decide": ["program_manager", "reviewer", "admin"],
  "cluster.shape": ["program_manager", "admin"],
  "plan.order": ["program_manager", "admin"],
  "link.decide": ["engineer", "program_manager", "reviewer", "admin"],
  "program.manage": ["program_manager", "admin"],
  "policy.choose": ["governor", "cto", "admin"],
  "source.manage": ["admin"],
  "sync.start": ["program_manager", "admin"],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof ALLOWED;

/** Refuses an actor that has none of the roles that an action asks for. */
export function requirePermission(actor: Actor, action: Action): void {
  const roles: readonly string[] = ALLOWED[action];
  if (actor.roles.some((role) => roles.includes(role))) return;
  throw new AppError(
    "forbidden",
    `${actor.name} may not do this: it takes the role ${ALLOWED[action].join(" or ")}.`,
  );
}
