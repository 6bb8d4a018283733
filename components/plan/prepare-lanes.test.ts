import { expect, test } from "vitest";
import { prepareLanes, prepareNames } from "./prepare-lanes.ts";
import { prepareSignOffs } from "./prepare-sign-offs.ts";
import { entryOf, gapOf, givenTo } from "./testing/entry-of.ts";

const ENTRIES = [
  entryOf("a"),
  entryOf("b", givenTo("Zoe")),
  entryOf("c", {
    ...givenTo("Kim"),
    gaps: [gapOf(1, "Kim"), gapOf(2, "Ali"), gapOf(3, "Ali")],
  }),
  entryOf("d", { state: "awaiting_signoff", signOff: "cto", ...givenTo("Kim") }),
  entryOf("e", { signOff: "cto" }),
];

test("everybody who was given work or holds a claim has a lane, by name, and nobody has the last", () => {
  const told = prepareLanes(ENTRIES).map(({ name, entries }) => [
    name,
    entries.map(({ entry, place, claims }) => `${place} ${entry.key} ${claims}`),
  ]);
  expect(told).toEqual([
    ["Ali", ["3 c 2"]],
    ["Kim", ["3 c 1", "4 d 0"]],
    ["Zoe", ["2 b 0"]],
    [null, ["1 a 0", "5 e 0"]],
  ]);
});

test("where everything is somebody’s there is no lane for nobody", () => {
  expect(prepareLanes([entryOf("b", givenTo("Zoe"))]).map(({ name }) => name)).toEqual(["Zoe"]);
  expect(prepareLanes([])).toEqual([]);
});

test("the names that were used are offered again", () => {
  expect(prepareNames(ENTRIES)).toEqual(["Ali", "Kim", "Zoe"]);
});

test("S24 what waits for a sign-off is listed by role, and what does not wait any more is not", () => {
  const told = prepareSignOffs(ENTRIES).map(({ role, waiting }) => [
    role,
    waiting.map(({ place, entry }) => [place, entry.key]),
  ]);
  expect(told).toEqual([["cto", [[4, "d"]]]]);
});
