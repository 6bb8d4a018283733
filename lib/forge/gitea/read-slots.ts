import { ForgeError } from "../forge-error.ts";
import type { Answer, HttpClient } from "../http.ts";
import { type Asked, askList, type List, serverTimeOf, totalOf } from "./list.ts";

/** A row, or why it cannot be had; a raw row that is not as published keeps what it says of itself. */
export type Slot<Row> =
  | { readonly row: Row }
  | { readonly row?: undefined; readonly why: string; readonly raw: unknown };

export type Slots<Row> = {
  readonly slots: readonly Slot<Row>[];
  readonly total: number | null;
  /** Whether the forge counted the same all the time; where it did not, rows may have moved between the questions. */
  readonly isSteady: boolean;
  readonly serverTime: Date;
};

const SIZE_MAX = 10;
const FAILED_MAX = 10;
const FAILED_IN_TURN = 3;

/**
 * One page of a list, row by row. A page that the forge fails on is asked for by tens and then row by
 * row, so that a row which it cannot give costs no other; it throws where everything fails, which is an
 * outage and says nothing of any row.
 */
export async function readSlots<Row>(
  http: HttpClient,
  list: List<Row>,
  asked: Asked,
): Promise<Slots<Row>> {
  try {
    return slotsOf(list, await askList(http, list, asked));
  } catch (error) {
    if (!mayBeSplit(error)) throw error;
    return splitPage(http, list, asked, error);
  }
}

/** Whether fewer rows may be answered: the forge failed on them, or they were too large for one answer. */
const mayBeSplit = (error: unknown): error is ForgeError =>
  error instanceof ForgeError &&
  error.retryAt === null &&
  error.status !== null &&
  (error.status >= 500 || error.status === 200);

function slotsOf<Row>(list: List<Row>, answer: Answer): Slots<Row> {
  let failed: unknown = null;
  const slots = list.rowsOf(answer.body).map((raw): Slot<Row> => {
    try {
      return { row: list.to(raw) };
    } catch (error) {
      if (!(error instanceof ForgeError) || error.code !== "failed") throw error;
      failed = error;
      return { why: error.message, raw };
    }
  });
  // Where no row is as published the answer is another than was asked for.
  if (failed !== null && slots.length > 1 && slots.every((slot) => !slot.row)) throw failed;
  return {
    slots,
    total: list.totalOf?.(answer.body) ?? totalOf(answer),
    isSteady: true,
    serverTime: serverTimeOf(answer),
  };
}

type Split<Row> = {
  readonly pages: Slots<Row>[];
  /** A question that the forge answered, with which an outage is told from a row that it cannot give. */
  answered: Asked | null;
  failed: number;
  failedInTurn: number;
};

async function splitPage<Row>(
  http: HttpClient,
  list: List<Row>,
  asked: Asked,
  outage: ForgeError,
): Promise<Slots<Row>> {
  const split: Split<Row> = { pages: [], answered: null, failed: 0, failedInTurn: 0 };
  const rows: Slot<Row>[] = [];
  const read = async (part: Asked): Promise<void> => {
    try {
      const page = slotsOf(list, await askList(http, list, part));
      split.pages.push(page);
      split.answered = part;
      split.failedInTurn = 0;
      rows.push(...page.slots);
    } catch (error) {
      if (!mayBeSplit(error)) throw error;
      if (part.limit > 1) {
        for (const smaller of partsOf(part)) await read(smaller);
        return;
      }
      rows.push({ why: error.message, raw: null });
      split.failed += 1;
      split.failedInTurn += 1;
      if (split.answered === null && split.failed >= FAILED_MAX) throw outage;
      if (split.failedInTurn === FAILED_IN_TURN) await prove(http, list, split);
    }
  };
  for (const part of partsOf(asked)) await read(part);
  const [first] = split.pages;
  if (!first) throw outage;
  if (split.failedInTurn > 0) await prove(http, list, split);
  const last = split.pages.at(-1) ?? first;
  return {
    slots: rows,
    total: last.total,
    isSteady: split.pages.every(({ total }) => total === last.total),
    serverTime: first.serverTime,
  };
}

/** Throws where the forge does not answer any more what it answered before. */
async function prove<Row>(
  http: HttpClient,
  list: List<Row>,
  { answered }: Split<Row>,
): Promise<void> {
  if (answered) await askList(http, list, answered);
}

/** A page in smaller ones of one size: by tens or what comes near, else row by row. */
function partsOf({ page, limit }: Asked): readonly Asked[] {
  let size = limit > SIZE_MAX ? SIZE_MAX : 1;
  while (limit % size !== 0) size -= 1;
  const count = limit / size;
  return Array.from({ length: count }, (_, index) => ({
    page: (page - 1) * count + index + 1,
    limit: size,
  }));
}
