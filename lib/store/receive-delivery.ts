import { inTransaction } from "./db.ts";
import { saveTouches, type Touched } from "./touches.ts";

const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

export type ReceivedHints = {
  readonly id: string;
  readonly event: string;
  /** The forge's own id of the repository; null where it is about none. */
  readonly repository: string | null;
  readonly hints: readonly Touched[];
};

/**
 * Writes down a delivery and what it hints at, once: a second one with its id changes nothing. Gives our id
 * of the repository that has something to be read again; null where there is nothing, or nobody has it in
 * scope. Deliveries older than 30 days are forgotten.
 */
export async function receiveDelivery(
  sourceId: number,
  { id, event, repository, hints }: ReceivedHints,
  at: Date,
): Promise<number | null> {
  return inTransaction(async (tx) => {
    const key = { sourceId, deliveryId: id };
    const { count } = await tx.delivery.createMany({
      data: [{ ...key, event, at, touched: hints.length }],
      skipDuplicates: true,
    });
    if (count === 0) return null;
    await tx.delivery.deleteMany({
      where: { sourceId, at: { lt: new Date(at.getTime() - KEPT_MS) } },
    });
    if (repository === null || hints.length === 0) return null;
    const found = await tx.repository.findFirst({
      where: {
        sourceId,
        externalId: repository,
        programs: { some: { syncEnabled: true, program: { archivedAt: null } } },
      },
      select: { id: true },
    });
    if (found === null) return null;
    await saveTouches(tx, found.id, hints, at);
    return found.id;
  });
}
