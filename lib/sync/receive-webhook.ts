import { AppError } from "#/lib/errors.ts";
import type { Delivery, ReceivedDelivery } from "#/lib/forge/delivery.ts";
import { readDelivery } from "#/lib/forge/read-delivery.ts";
import { enqueue } from "#/lib/jobs/queue.ts";
import { loadHook } from "#/lib/store/load-hook.ts";
import { receiveDelivery } from "#/lib/store/receive-delivery.ts";

// What comes together, as the events of one push, is read once.
const GATHER_MS = 2000;

/**
 * Takes a webhook: verifies it, writes down what it hints at, and has that read again; nothing is asked of
 * the forge here, so it is answered at once. Throws AppError: not_found where the source has no webhooks,
 * forbidden where the signature does not agree.
 */
export async function receiveWebhook(
  sourceId: number,
  received: ReceivedDelivery,
  now: Date,
): Promise<"taken" | "nothing to read"> {
  const hook = await loadHook(sourceId);
  if (hook === null)
    throw new AppError(
      "not_found",
      `Source ${sourceId} takes no webhooks. Make a secret for them on the sources page.`,
    );
  const delivery: Delivery | null = readDelivery(hook.kind, received, hook.secret);
  if (delivery === null)
    throw new AppError(
      "forbidden",
      "The signature does not agree with the secret of this source. Enter the secret that the sources page gave at the forge.",
    );
  const repositoryId = await receiveDelivery(sourceId, delivery, now);
  if (repositoryId === null) return "nothing to read";
  await enqueue(
    "refresh-repository",
    { repositoryId },
    { startAfter: new Date(now.getTime() + GATHER_MS) },
  );
  return "taken";
}
