import { expect, test } from "vitest";
import { ForgeError } from "../forge-error.ts";
import type { Place } from "./ask-repository.ts";
import { LABELS } from "./lists.ts";
import { pageConnection } from "./page-connection.ts";
import { readGraphql } from "./read-graphql.ts";

type Told = { nodes?: unknown[]; hasNextPage?: boolean; endCursor?: string | null; error?: object };
const label = (name: string) => ({ id: `L_${name}`, name, color: "ffffff", description: null });

/** A forge that answers a page of so many labels as told. */
function telling(answer: (first: number, isLean: boolean) => Told): {
  place: Place;
  sizes: number[];
} {
  const sizes: number[] = [];
  const ask: Place["api"]["ask"] = async ({ variables, document }) => {
    const first = Number(variables.first);
    sizes.push(first);
    const {
      nodes = [],
      hasNextPage = false,
      endCursor = null,
      error,
    } = answer(first, !document.includes("LabelRow"));
    const labels = { totalCount: 9, pageInfo: { hasNextPage, endCursor }, nodes };
    const body = { data: { repository: { labels } }, ...(error && { errors: [error] }) };
    const headers = new Headers({ date: new Date(0).toUTCString() });
    return readGraphql({ status: 200, body, headers });
  };
  const unasked = () => Promise.reject(new Error("asked for something else"));
  const api = { ask, get: unasked, requests: () => sizes.length };
  return { place: { api, owner: "o", name: "r", path: "/repos/o/r" }, sizes };
}
const page = ({ place }: { place: Place }, size = 8) =>
  pageConnection(place, LABELS, { after: null, size, good: 0 });

test.each<[string, (first: number) => Told]>([
  ["leaves a row out", (first) => ({ nodes: first > 2 ? [label("a"), null] : [label("a")] })],
  [
    "says of a part that it failed",
    (first) => ({
      nodes: [label("a")],
      ...(first > 2 && { error: { message: "Timed out", path: ["repository", "labels"] } }),
    }),
  ],
])("a forge that %s is asked for fewer rows at once", async (_what, answer) => {
  const told = telling(answer);
  expect(await page(told)).toMatchObject({ rows: [{ name: "a" }], next: null, poison: [] });
  // The second question only looks whether the forge answers at all.
  expect(told.sizes).toEqual([8, 1, 4, 2]);
});

test("what the token may not see is no trouble of the page", async () => {
  const error = { type: "FORBIDDEN", message: "Not for you", path: ["repository", "x"] };
  const told = telling(() => ({ nodes: [label("a")], error }));
  expect((await page(told)).rows).toHaveLength(1);
  expect(told.sizes).toEqual([8]);
});

test("after a row that cannot be given, the walk goes on at the first size", async () => {
  const behind = { hasNextPage: true, endCursor: "c" };
  const told = telling((_first, isLean) => ({ nodes: [isLean ? label("a") : null], ...behind }));
  expect(await page(told)).toMatchObject({
    rows: [],
    poison: [{ number: null, why: expect.stringMatching(/left a row out/) as string }],
    next: { after: "c", size: LABELS.sizeFirst, good: 0 },
  });
  expect(told.sizes).toEqual([8, 1, 4, 2, 1, 1]);
});

test("a forge that is down is told so after the lightest question, and nothing is poison", async () => {
  const told = telling(() => {
    throw new ForgeError("unavailable", "It is down.", { status: 502 });
  });
  await expect(page(told)).rejects.toThrow(/It is down/);
  expect(told.sizes).toEqual([8, 1]);
});

test.each<[string, Told]>([
  ["without rows", { nodes: [], hasNextPage: true, endCursor: "c" }],
  ["without a cursor", { nodes: [label("a")], hasNextPage: true, endCursor: null }],
])("a list that goes on %s is cut short, and no end", async (_what, answer) => {
  await expect(page(telling(() => answer))).rejects.toThrow(/ends before its end/);
});
