import { createRandom } from "../random.ts";
import type { FakeDelivery, FakeStore } from "../store.ts";
import { deliveryId } from "./delivery-id.ts";
import { postDelivery } from "./post-delivery.ts";

/** What becomes of deliveries, each as a share from 0 to 1. */
export type DelivererOptions = {
  seed: number;
  drop?: number;
  /** Delivered and delivered again, as when somebody replays it. */
  duplicate?: number;
  /** Those of one round in any order. */
  reorder?: boolean;
  /** Left for the next round; none is left twice. */
  delay?: number;
  /** Takes it in place of the hook's address and gives the status that it would answer. */
  hand?: (delivery: FakeDelivery) => number | Promise<number>;
};

/** How a delivery ended; `failure` where no answer came, null where it was dropped on the way. */
export type Delivered = {
  delivery: FakeDelivery;
  outcome: { status: number } | { failure: string } | null;
};

export type Deliverer = {
  /** One round: delivers what the outboxes hold, one at a time. No failure is tried again, as on the forges. */
  deliverAll: () => Promise<Delivered[]>;
  /** Delivers again what was delivered, dropped or failed: the same to the byte, on Gitea under another id. */
  redeliver: (delivery: FakeDelivery) => Promise<Delivered>;
  /** All that was ever delivered or dropped, oldest first. */
  log: readonly Delivered[];
  /** How many wait for a round. */
  pending: () => number;
};

/** Delivers what hooks have to tell, only when it is asked to, and loses, repeats and mixes up as much as it is told. */
export function deliverer(store: FakeStore, options: DelivererOptions): Deliverer {
  const { drop = 0, duplicate = 0, delay = 0, reorder = false } = options;
  const random = createRandom(options.seed);
  const log: Delivered[] = [];
  const delayed = new WeakSet<FakeDelivery>();
  const send = options.hand ?? postDelivery;

  async function deliver(delivery: FakeDelivery): Promise<Delivered> {
    const outcome = await outcomeOf(() => send(delivery));
    const delivered = { delivery, outcome };
    log.push(delivered);
    return delivered;
  }

  function isDelayed(delivery: FakeDelivery): boolean {
    if (delayed.has(delivery) || !random.chance(delay)) return false;
    delayed.add(delivery);
    return true;
  }

  async function deliverAll(): Promise<Delivered[]> {
    const from = log.length;
    const round: FakeDelivery[] = [];
    for (const repository of store.repositories) {
      const left: FakeDelivery[] = [];
      for (const each of repository.outbox) (isDelayed(each) ? left : round).push(each);
      repository.outbox = left;
    }
    const kept: FakeDelivery[] = [];
    for (const each of round) {
      if (random.chance(drop)) log.push({ delivery: each, outcome: null });
      else kept.push(each, ...(random.chance(duplicate) ? [again(each)] : []));
    }
    for (const each of reorder ? random.shuffle(kept) : kept) await deliver(each);
    return log.slice(from);
  }

  const pending = () => store.repositories.reduce((sum, { outbox }) => sum + outbox.length, 0);
  return { deliverAll, redeliver: (delivery) => deliver(again(delivery)), log, pending };
}

/** GitHub gives a redelivery the id of the first; Gitea a new one, and the body that is signed stays. */
function again(delivery: FakeDelivery): FakeDelivery {
  if (delivery.hook.dialect === "github") return { ...delivery };
  const id = deliveryId(delivery.hook);
  const headers = Object.entries(delivery.headers).map(([name, value]) => [
    name,
    name.endsWith("-Delivery") ? id : value,
  ]);
  return { ...delivery, id, headers: Object.fromEntries(headers) };
}

async function outcomeOf(send: () => number | Promise<number>) {
  try {
    return { status: await send() };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : "unknown failure" };
  }
}
