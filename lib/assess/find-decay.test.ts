import { describe, expect, test } from "vitest";
import type { Standing } from "#/lib/coverage/verdict.ts";
import { known, unknown } from "#/lib/facts/known.ts";
import type { ItemBefore } from "#/lib/store/assessment.ts";
import { findDecay, type PlaceNow } from "./find-decay.ts";
import {
  ALL,
  before,
  E2E,
  item,
  MASKED,
  mapped,
  place,
  rungsOf,
  SMOKE,
  TEST,
  TEXT,
} from "./testing/two-gates.ts";

function decays(input: {
  was?: ItemBefore;
  now?: Partial<Standing>;
  text?: string;
  place?: Partial<PlaceNow>;
  gatesBefore?: string | null;
}) {
  const { was = before(), now = {}, text = TEXT, gatesBefore = TEXT } = input;
  return findDecay({
    before: [was],
    gatesBefore: new Map(gatesBefore === null ? [] : [[1, mapped(gatesBefore)]]),
    places: [place(text, input.place)],
    items: [item(now)],
  }).map(({ gate, cause, items }) => [gate, cause, ...items.map(({ rung }) => rung)]);
}

describe("a cause is named", () => {
  const stillGated = {
    rung: "gated",
    missed: "executed",
    evidence: rungsOf(E2E, "gated"),
  } as const;
  const stillRan = {
    ...({ rung: "executed", missed: "blocking" } as const),
    evidence: rungsOf(E2E, "gated", "executed"),
  };
  const demands = (why: string | null) => ({
    required: known(new Map([[E2E, { required: "no", why, contexts: [] } as const]])),
  });

  test.each<[string, Parameters<typeof decays>[0], (string | undefined)[]]>([
    ["of what the gate became", { text: MASKED }, [E2E, "masked", "blocking"]],
    [
      "though nothing was kept of it",
      { text: MASKED, gatesBefore: null },
      [E2E, "masked", "blocking"],
    ],
    [
      "though another program's judging kept it as it is now",
      { text: MASKED, gatesBefore: MASKED },
      [E2E, "masked", "blocking"],
    ],
    [
      "of one that is gone and was not kept",
      { text: "", gatesBefore: null },
      [E2E, "deleted", "blocking"],
    ],
    [
      "of a job whose other steps still run",
      { text: TEXT.replace(TEST, `${TEST} || true\n      - run: go test ./...`) },
      [E2E, "masked", "blocking"],
    ],
    [
      "of tests that it runs no more",
      { text: TEXT.replace(TEST, "tests/e2e/test_y.sh") },
      [E2E, "other_tests", "blocking"],
    ],
    [
      "of a gate that nothing waits for",
      { now: stillRan, place: demands("The default branch does not require it.") },
      [E2E, "not_required", "blocking"],
    ],
    [
      "of a gate that was not seen to pass",
      { now: stillGated },
      [E2E, "not_seen_to_pass", "blocking"],
    ],
    [
      "of new names of its checks",
      { now: stillGated, text: TEXT.replace("name: ci", "name: checks") },
      [E2E, "renamed", "blocking"],
    ],
    [
      "of a linked gate that is named still and catches nothing",
      { text: MASKED, now: { evidence: rungsOf(E2E, "gated") } },
      [E2E, "masked", "blocking"],
    ],
    [
      "from where it stood, and not from where it never was",
      { text: MASKED, was: before(rungsOf(E2E, "gated", "executed"), "executed") },
      [E2E, "masked", "executed"],
    ],
  ])("%s", (_name, input, told) => {
    expect(decays(input)).toEqual([told]);
  });

  test("each, where two gates fall at once", () => {
    const was = before([...rungsOf(E2E, ...ALL), ...rungsOf(SMOKE, ...ALL)]);
    const text = MASKED.replace(/smoke:[^]*/, "");
    expect(decays({ was, text })).toEqual([
      [E2E, "masked", "blocking"],
      [SMOKE, "deleted", "blocking"],
    ]);
  });
});

describe("no cause is named", () => {
  test.each<[string, Parameters<typeof decays>[0]]>([
    ["where the gate is what it was", {}],
    [
      "where another gate holds it as high",
      {
        text: MASKED,
        was: before([...rungsOf(E2E, ...ALL), ...rungsOf(SMOKE, ...ALL)]),
        now: { rung: "blocking", missed: null, evidence: rungsOf(SMOKE, ...ALL) },
      },
    ],
    [
      "of a gate that had not brought it higher than it stands",
      {
        text: MASKED,
        was: before([...rungsOf(E2E, "gated"), ...rungsOf(SMOKE, ...ALL)]),
        now: { rung: "gated", missed: null, evidence: rungsOf(SMOKE, "gated") },
      },
    ],
    [
      "of a gate that never gave more than its name",
      {
        was: before(rungsOf(E2E, "tested"), "tested"),
        now: { rung: "none", missed: "tested" },
        text: MASKED,
      },
    ],
    [
      "where the workflow files were not read",
      { text: "", place: { gatesRead: unknown("HTTP 403") } },
    ],
    [
      "where the demands were not read",
      {
        now: {
          rung: "executed",
          missed: null,
          unknownAbove: { rung: "blocking", missing: "HTTP 403" },
          evidence: rungsOf(E2E, "gated", "executed"),
        },
        place: { required: unknown("HTTP 403") },
      },
    ],
    [
      "where its steps could not be followed",
      { text: TEXT.replace(TEST, "run.sh"), place: { followed: false } },
    ],
  ])("%s", (_name, input) => {
    expect(decays(input)).toEqual([]);
  });

  test("of an item that is out of scope now", () => {
    const gatesBefore = new Map([[1, mapped(TEXT)]]);
    const found = findDecay({
      before: [before()],
      gatesBefore,
      places: [place(MASKED)],
      items: [],
    });
    expect(found).toEqual([]);
  });
});

test("a gate of another repository is looked for there, whatever has its name here", () => {
  const places = [place(TEXT), place(MASKED, { id: 2 })];
  const fallen = [there()];
  const found = (gatesBefore: number[]) =>
    findDecay({
      before: fallen,
      gatesBefore: new Map(gatesBefore.map((id) => [id, mapped(TEXT)])),
      places,
      items: [item({})],
    });
  const told = [{ repositoryId: 2, gate: E2E, cause: "masked" }];
  expect(found([1, 2])).toMatchObject(told);
  expect(found([])).toMatchObject(told);
});

const there = (): ItemBefore => ({
  ...before(),
  evidence: rungsOf(E2E, ...ALL).map((each) => ({ ...each, repositoryId: 2 })),
});

test("items that fell by one cause are told together", () => {
  const was = [7, 8, 9].map((number) => ({ ...before(), naturalKey: `fix:1:${number}` }));
  const found = findDecay({
    before: was,
    gatesBefore: new Map([[1, mapped(TEXT)]]),
    places: [place(MASKED)],
    items: was.map(({ naturalKey }) => ({ ...item({}), naturalKey })),
  });
  expect(found.map(({ items }) => items.map(({ naturalKey }) => naturalKey))).toEqual([
    ["fix:1:7", "fix:1:8", "fix:1:9"],
  ]);
});
