import { expect, test } from "vitest";
import type { LinkView } from "#/lib/contract/links.ts";
import { prepareQuestions } from "./prepare-questions.ts";
import { issueEnd, linkOf, pullEnd } from "./testing/link-of.ts";

const CP = issueEnd(12);
const CORE = issueEnd(12, 2);
const open = { certainty: "ambiguous", asks: true } as const;
const toCp = linkOf({ ...open, to: CP, alternatives: [CORE] });
const toCore = linkOf({ ...open, to: CORE, alternatives: [CP] });

const said = (rows: readonly LinkView[]) =>
  prepareQuestions(rows).map(({ readings }) =>
    readings.map(({ from, to }) => `${from.label} → ${to.label}`),
  );

test.each([
  ["nothing waits", [], []],
  [
    "one reference with two readings, in either order",
    [toCp, toCore],
    [["cp#40 → core#12", "cp#40 → cp#12"]],
  ],
  ["the same, the other way round", [toCore, toCp], [["cp#40 → core#12", "cp#40 → cp#12"]]],
  ["only one of the two on this page", [toCore], [["cp#40 → core#12", "cp#40 → cp#12"]]],
  ["a likely reference", [linkOf({ certainty: "likely", asks: true })], [["cp#40 → cp#12"]]],
  [
    "the same words on two lines are two references",
    [toCp, { ...toCp, line: 9 }],
    [
      ["cp#40 → core#12", "cp#40 → cp#12"],
      ["cp#40 → core#12", "cp#40 → cp#12"],
    ],
  ],
  [
    "the same words in two pull requests are two references",
    [toCp, { ...toCp, from: pullEnd(41) }],
    [
      ["cp#40 → core#12", "cp#40 → cp#12"],
      ["cp#41 → core#12", "cp#41 → cp#12"],
    ],
  ],
  [
    "of an issue that names its repair, another reading is another repair",
    [
      linkOf({
        ...open,
        relation: "closes",
        method: "named-as-fix",
        alternatives: [pullEnd(40, 2)],
      }),
    ],
    [["core#40 → cp#12", "cp#40 → cp#12"]],
  ],
  [
    "of an issue that names its repair, an issue of that number repairs nothing",
    [
      linkOf({
        ...open,
        relation: "closes",
        method: "named-as-fix",
        alternatives: [issueEnd(40, 2)],
      }),
    ],
    [["cp#40 → cp#12"]],
  ],
] as const)("%s", (_what, rows, readings) => {
  expect(said(rows)).toEqual(readings);
});

test("a question keeps its key while its links come and go", () => {
  const keys = [[toCp, toCore], [toCore]].map((rows) => prepareQuestions(rows)[0]?.key);
  expect(new Set(keys).size).toBe(1);
});
