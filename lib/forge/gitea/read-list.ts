import type { PoisonRow } from "../forge.ts";
import { ForgeError } from "../forge-error.ts";
import type { HttpClient } from "../http.ts";
import { nextPosition, type OffsetPosition, resume } from "../next-position.ts";
import { askList, type List, type Mark } from "./list.ts";
import { type Neighbours, poisonOf } from "./poison-of.ts";
import { readSlots, type Slot } from "./read-slots.ts";

export type ListPage<Row> = {
  readonly rows: readonly Row[];
  readonly poison: readonly PoisonRow[];
  readonly next: OffsetPosition | null;
  readonly total: number | null;
  readonly serverTime: Date;
};

/** One page of a list and where it goes on; a list that is cut short throws. */
export async function readList<Row>(
  http: HttpClient,
  list: List<Row>,
  position: OffsetPosition | null,
): Promise<ListPage<Row>> {
  const { page, limit, totalBefore } = resume(position, list.limit);
  const { slots, total, isSteady, serverTime } = await readSlots(http, list, { page, limit });
  const rows = slots.flatMap((slot) => (slot.row === undefined ? [] : [slot.row]));
  const offset = (page - 1) * limit;
  const poison =
    rows.length === slots.length
      ? []
      : poisonOf(list, slots, await neighboursOf(http, list, slots, offset), offset);
  // Between the parts of a page rows have moved, so it is read again.
  const next = isSteady
    ? nextPosition({ page, limit, received: slots.length, total, totalBefore })
    : { page, limit, totalBefore: total };
  // After a step back, rows that are wanted may lie on the page before.
  const isEnough = next !== null && next.page > page && list.isEnough?.(rows) === true;
  return { rows, poison, next: isEnough ? null : next, total, serverTime };
}

async function neighboursOf<Row>(
  http: HttpClient,
  list: List<Row>,
  slots: readonly Slot<Row>[],
  offset: number,
): Promise<Neighbours> {
  const before = slots[0]?.row === undefined ? await markAt(http, list, offset) : null;
  const after =
    slots.at(-1)?.row === undefined ? await markAt(http, list, offset + slots.length + 1) : null;
  return { before, after };
}

/** The mark of the nth row, counted from 1; `end` where the list ends before it, null where it cannot be had either. */
async function markAt<Row>(
  http: HttpClient,
  list: List<Row>,
  nth: number,
): Promise<Mark | "end" | null> {
  if (nth < 1) return "end";
  try {
    const { body } = await askList(http, list, { page: nth, limit: 1 });
    const [raw] = list.rowsOf(body);
    return raw === undefined ? "end" : list.markOf(list.to(raw));
  } catch (error) {
    if (error instanceof ForgeError && error.retryAt === null && error.status !== 401) return null;
    throw error;
  }
}
