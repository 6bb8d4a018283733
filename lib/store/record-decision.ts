import type { JsonInput, Tx } from "./db.ts";

/** Appends the audit line of a change, in the change's own transaction: no line, no change. */
export async function recordDecision(
  tx: Tx,
  decision: {
    at: Date;
    actorId: number;
    verb: string;
    subject: string;
    before?: JsonInput;
    after?: JsonInput;
  },
): Promise<void> {
  await tx.decision.create({ data: decision });
}
