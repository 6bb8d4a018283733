import { expect, test } from "vitest";
import { Charter } from "#/lib/contract/charter.ts";
import { charterFields, readCharter } from "./charter-text.ts";

const WHOLE = Charter.parse({
  mandateBy: "CTO",
  mandateOn: "2026-06-12",
  definitionOfDone: "a gate\nthat blocks",
  sop: { file: "a.md", section: "Merging", text: "Bring a gate." },
  owners: { steps: ["engineer", "review"], done: 1 },
  extends: [
    { text: "no flakes", means: "A flaky gate is none." },
    { text: "audit", url: "https://a.example/b" },
  ],
  trackedAgainst: { text: "audit", measure: "has_test@1" },
  roles: [{ who: "PM", does: "coordinates" }, { who: "CTO" }],
});

test.each([
  ["a whole one", WHOLE],
  ["none", null],
  ["one that only says when it is done", Charter.parse({ definitionOfDone: "a gate" })],
])("%s comes back as it went into the form", (_what, charter) => {
  expect(readCharter(charterFields(charter))).toEqual({ charter });
});

test.each([
  [
    "a rule without its file",
    { sopText: "Bring a gate." },
    /^The rule that reviewers apply, file: /,
  ],
  [
    "an address that is none",
    { extends: "a\nb | here" },
    /^Goes on from, line 2, address: write an address/,
  ],
  [
    "a script for an address",
    { tracked: "a | javascript:alert(1)" },
    /^Tracked against, address: write an address/,
  ],
  [
    "more done than there is",
    { steps: "a", done: "2" },
    /^Who takes it through, done: no more steps/,
  ],
  ["a number of steps that is none", { steps: "a", done: "x" }, /^Who takes it through, done: /],
  ["a day that is none", { mandateOn: "June" }, /^Mandate’s day: write the date/],
  ["an empty role that does something", { roles: "| sleeps" }, /^Roles, line 1, who: /],
])("%s is told where it is", (_what, fields, said) => {
  const read = readCharter(fields);
  expect("problems" in read && read.problems[0]).toMatch(said);
});
