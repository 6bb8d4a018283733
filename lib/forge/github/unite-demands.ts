import type { ProtectionFact } from "#/lib/facts/protection.ts";

/** What one rule of several demands. */
export type Demand = {
  /** The checks that must have passed; null where it asks for none. */
  readonly contexts: readonly string[] | null;
  readonly approvals: number;
  /** Whether somebody may pass it; null where that is not told. */
  readonly bypass: boolean | null;
};

/** What all rules demand together, since every one of them must be met: all of their checks and the most approvals. Somebody may merge past it where he may pass one of those that demand anything. Null where there is no rule. */
export function uniteDemands(demands: readonly Demand[]): ProtectionFact | null {
  if (demands.length === 0) return null;
  const contexts = new Set(demands.flatMap((demand) => demand.contexts ?? []));
  return {
    // A list of checks that names none demands none here: what is required is named.
    checksRequired: contexts.size > 0,
    contexts: [...contexts].toSorted(),
    approvals: Math.max(...demands.map(({ approvals }) => approvals)),
    bypass: bypassOf(demands.filter(isGate)),
  };
}

const isGate = ({ contexts, approvals }: Demand): boolean =>
  approvals > 0 || (contexts !== null && contexts.length > 0);

function bypassOf(gates: readonly Demand[]): boolean | null {
  if (gates.some(({ bypass }) => bypass === true)) return true;
  return gates.length === 0 || gates.some(({ bypass }) => bypass === null) ? null : false;
}
