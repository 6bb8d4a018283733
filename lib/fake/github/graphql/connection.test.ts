import fc from "fast-check";
import { expect, test } from "vitest";
import { orderedRows } from "../ordered-rows.ts";
import { connectionOf, type Paging } from "./connection.ts";
import type { Node } from "./graph.ts";

type Row = { id: number; at: string };
type Page = { nodes: () => (Node & { id: number })[]; pageInfo: () => Info };
type Info = { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };

const moment = fc.integer({ min: 0, max: 9 }).map((second) => `2026-01-01T00:00:0${second}Z`);
const rows = fc.array(moment, { maxLength: 40 }).map((all) => all.map((at, id) => ({ id, at })));

function pageOf(all: readonly Row[], args: Paging, descending: boolean): Page {
  const sorted = orderedRows(all, { by: "at", keyOf: ({ at }) => at, descending });
  const page: unknown = connectionOf(args, {
    rows: sorted,
    keyOf: ({ at, id }) => [at, id],
    descending,
    toNode: ({ id }) => ({ __typename: "Row", id }),
  });
  return page as Page;
}

test("a walk gives every row that stays as it is once, in order, whatever happens to the others", () => {
  const changes = fc.array(fc.record({ index: fc.nat(), to: fc.option(moment) }), {
    maxLength: 20,
  });
  fc.assert(
    fc.property(
      rows,
      fc.boolean(),
      fc.integer({ min: 1, max: 7 }),
      changes,
      (all, descending, first, script) => {
        const touched = new Set<number>();
        const told: number[] = [];
        for (let after: string | null = null; ; ) {
          const { nodes, pageInfo } = pageOf(all, { first, after }, descending);
          told.push(...nodes().map(({ id }) => id));
          const { hasNextPage, endCursor } = pageInfo();
          if (!hasNextPage) break;
          after = endCursor;
          touch(all, script.shift(), touched);
        }
        const still = all.filter(({ id }) => !touched.has(id));
        const sorted = still.toSorted((a, b) =>
          a.at === b.at ? a.id - b.id : a.at < b.at ? -1 : 1,
        );
        const due = descending ? sorted.toReversed() : sorted;
        expect(told.filter((id) => !touched.has(id))).toEqual(due.map(({ id }) => id));
      },
    ),
  );
});

/** Moves a row to another moment, or deletes it. */
function touch(
  all: Row[],
  change: { index: number; to: string | null } | undefined,
  touched: Set<number>,
): void {
  const place = (change?.index ?? 0) % Math.max(1, all.length);
  const row = all[place];
  if (!change || !row) return;
  touched.add(row.id);
  if (change.to === null) all.splice(place, 1);
  else row.at = change.to;
}

test("the last rows, and those before a cursor, are pages too", () => {
  const all = Array.from({ length: 5 }, (_, id) => ({ id, at: "2026-01-01T00:00:00Z" }));
  const ids = ({ nodes }: Page) => nodes().map(({ id }) => id);
  const last = pageOf(all, { last: 2 }, false);
  expect(ids(last)).toEqual([3, 4]);
  expect(last.pageInfo()).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  const before = pageOf(all, { first: 1 }, true).pageInfo().endCursor;
  expect(ids(pageOf(all, { last: 2, before }, false))).toEqual([2, 3]);
});
