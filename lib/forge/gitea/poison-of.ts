import { z } from "zod";
import type { PoisonRow } from "../forge.ts";
import type { List, Mark } from "./list.ts";
import type { Slot } from "./read-slots.ts";

/** What lies on both sides of a page; `end` where nothing does, null where that is not known. */
export type Neighbours = {
  readonly before: Mark | "end" | null;
  readonly after: Mark | "end" | null;
};

/**
 * The rows of a page that cannot be had, each told by the row before it, so that the next pass tells
 * it alike. A number follows where the rows on both sides leave room for just these: issues and pull
 * requests share one sequence without gaps.
 */
export function poisonOf<Row>(
  list: List<Row>,
  slots: readonly Slot<Row>[],
  { before, after }: Neighbours,
  offset: number,
): readonly PoisonRow[] {
  const poison: PoisonRow[] = [];
  let known: Mark | "end" | null = before;
  for (let start = 0; start < slots.length; ) {
    const slot = slots[start];
    if (slot?.row !== undefined) {
      known = list.markOf(slot.row);
      start += 1;
      continue;
    }
    const length = slots.slice(start).findIndex(({ row }) => row !== undefined);
    const end = length < 0 ? slots.length : start + length;
    const row = slots[end]?.row;
    const gap: Gap = {
      before: known,
      after: row === undefined ? after : list.markOf(row),
      count: end - start,
      first: offset + start + 1,
    };
    for (const [nth, each] of slots.slice(start, end).entries()) {
      if ("why" in each) poison.push(tell(list, each, gap, nth));
    }
    start = end;
  }
  return poison;
}

type Missing = Extract<Slot<unknown>, { readonly why: string }>;
type Gap = Neighbours & { readonly count: number; readonly first: number };

function tell<Row>(list: List<Row>, { why, raw }: Missing, gap: Gap, nth: number): PoisonRow {
  const said = Named.safeParse(raw).data;
  if (said) {
    const { number, id } = said;
    const name = number === undefined ? `${id}` : `#${number}`;
    return { at: `${list.what} ${name}`, number: number ?? null, why };
  }
  return { at: `${list.what} ${placeOf(list, gap, nth)}`, number: numberOf(gap, nth), why };
}

const Named = z
  .object({ number: z.int().optional(), id: z.int().optional() })
  .refine(({ number, id }) => number !== undefined || id !== undefined);

function placeOf<Row>({ follows }: List<Row>, gap: Gap, nth: number): string {
  const counted = gap.count > 1 ? `, ${nth + 1} of ${gap.count}` : "";
  const { before, after } = gap;
  if (isMark(before)) {
    const day = follows !== null && before.at ? `${follows} ${dayOf(before.at)} ` : "";
    return `${day}(after ${before.text}${counted})`;
  }
  if (isMark(after)) return `(before ${after.text}${counted})`;
  return `(row ${gap.first + nth})`;
}

const isMark = (mark: Mark | "end" | null): mark is Mark => mark !== null && mark !== "end";

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

function numberOf({ before, after, count }: Gap, nth: number): number | null {
  if (!isMark(before) || before.number === null) return null;
  const other = after === "end" ? 0 : (after?.number ?? null);
  if (other === null || before.number - other !== count + 1) return null;
  return before.number - nth - 1;
}
