import type { Said } from "./apply-word.ts";

type SaidOrder = Extract<Said, { verb: "order" }>;
/** The keys in their order; null for the order by rule. */
export type Order = SaidOrder["value"];

/** One order is on its way at a time. Of those given since only the newest is kept: it holds the moves of all before it. */
export type OrderQueue = {
  readonly sent: SaidOrder;
  /** Undefined where none was given since. */
  readonly next: Order | undefined;
};

const sending = (value: Order, instead: number | null): OrderQueue => ({
  sent: { verb: "order", value, instead },
  next: undefined,
});

/** An order is given: it goes out at once where none is on its way, instead of the word that is in force. */
export const giveOrder = (queue: OrderQueue | null, value: Order, inForce: number | null) =>
  queue === null ? sending(value, inForce) : { ...queue, next: value };

/** The order on its way was heard as a word: the newest goes out instead of that one, unless it says the same. Null when there is nothing more to say. */
export function hearOrder({ sent, next }: OrderQueue, word: number): OrderQueue | null {
  if (next === undefined || isSame(next, sent.value)) return null;
  return sending(next, sent.value === null ? null : word);
}

/** The order that is shown while it is not heard yet; undefined where all are. */
export function newestOrder(queue: OrderQueue | null): Order | undefined {
  if (queue === null) return undefined;
  return queue.next === undefined ? queue.sent.value : queue.next;
}

function isSame(one: Order, other: Order): boolean {
  if (one === null || other === null) return one === other;
  return one.length === other.length && one.every((key, at) => key === other[at]);
}
