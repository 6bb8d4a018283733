import { compare } from "../ordered-rows.ts";
import { fail } from "./fail.ts";
import type { Node } from "./graph.ts";

export type Paging = {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
};

type Key = readonly (string | number)[];

type Listed<Row> = {
  rows: readonly Row[];
  /** Where a row stands, by which the rows are sorted: a cursor holds it and nothing of its neighbours. */
  keyOf: (row: Row, index: number) => Key;
  descending?: boolean;
  toNode: (row: Row) => Node | null;
  edge?: (row: Row) => object;
};

/** One page of sorted rows. It stays right when other rows come and go, because a cursor is a place in the order. */
export function connectionOf<Row>(args: Paging, listed: Listed<Row>): Node {
  const { rows, toNode, edge = () => ({}) } = listed;
  const [from, to] = window(args, listed);
  const page = rows.slice(from, to);
  const cursorAt = (index: number): string | null => {
    const row = rows[index];
    return row === undefined ? null : writeCursor(listed.keyOf(row, index));
  };
  return {
    __typename: "Connection",
    size: page.length,
    totalCount: rows.length,
    nodes: () => page.map(toNode),
    edges: () =>
      page.map((row, index) => ({
        cursor: cursorAt(from + index),
        node: toNode(row),
        ...edge(row),
      })),
    pageInfo: () => ({
      hasNextPage: to < rows.length,
      hasPreviousPage: from > 0,
      startCursor: page.length > 0 ? cursorAt(from) : null,
      endCursor: page.length > 0 ? cursorAt(to - 1) : null,
    }),
  };
}

/** Rows that stay where they are, such as the files of one commit. */
export const byPlace = (_: unknown, index: number): Key => [index];

function window<Row>(args: Paging, listed: Listed<Row>): [from: number, to: number] {
  let from = args.after ? placeOf(listed, readCursor(args.after), true) : 0;
  let to = args.before ? placeOf(listed, readCursor(args.before), false) : listed.rows.length;
  to = Math.max(from, to);
  if (typeof args.first === "number") to = Math.min(to, from + args.first);
  if (typeof args.last === "number") from = Math.max(from, to - args.last);
  return [from, to];
}

/** The first row behind a key, or at it. */
function placeOf<Row>({ rows, keyOf, descending }: Listed<Row>, key: Key, behind: boolean): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (row === undefined) break;
    const order = compareKeys(keyOf(row, middle), key) * (descending ? -1 : 1);
    if (order < 0 || (behind && order === 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compareKeys(a: Key, b: Key): number {
  for (const [index, part] of a.entries()) {
    const order = compare(part, b[index] ?? "");
    if (order !== 0) return order;
  }
  return 0;
}

const PREFIX = "cursor:v2:";

function writeCursor(key: Key): string {
  return Buffer.from(`${PREFIX}${JSON.stringify(key)}`).toString("base64");
}

function readCursor(cursor: string): Key {
  const text = Buffer.from(cursor, "base64").toString("utf8");
  try {
    const key: unknown = JSON.parse(text.startsWith(PREFIX) ? text.slice(PREFIX.length) : "");
    if (Array.isArray(key)) return key as Key;
  } catch {
    // Told below.
  }
  throw fail("INVALID_CURSOR_ARGUMENTS", `\`${cursor}\` does not appear to be a valid cursor.`);
}
