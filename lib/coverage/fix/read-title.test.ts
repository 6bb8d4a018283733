import { expect, test } from "vitest";
import { readTitle } from "./read-title.ts";

test.each([
  ["fix(core): it works", { type: "fix", scope: "core", breaking: false, subject: "it works" }],
  ["Feat!: drop it", { type: "feat", scope: null, breaking: true, subject: "drop it" }],
  ["fix(a,b)!: two", { type: "fix", scope: "a,b", breaking: true, subject: "two" }],
  ["fix():x", { type: "fix", scope: null, breaking: false, subject: "x" }],
  ["Fix the thing", { type: null, scope: null, breaking: false, subject: "Fix the thing" }],
  [
    "see https://a.example: b",
    { type: null, scope: null, breaking: false, subject: "see https://a.example: b" },
  ],
  ["http://a.example", { type: null, scope: null, breaking: false, subject: "http://a.example" }],
  [
    'Revert "fix(core): a"',
    { type: null, scope: null, breaking: false, subject: 'Revert "fix(core): a"' },
  ],
  [
    "[P0] ABC-12: 🐛 fix(core): a",
    { type: "fix", scope: "core", breaking: false, subject: "a", marks: ["P0", "ABC-12:", "🐛"] },
  ],
  ["[only]", { type: null, scope: null, breaking: false, subject: "[only]" }],
  ["", { type: null, scope: null, breaking: false, subject: "" }],
])("%s", (title, expected) => {
  expect(readTitle(title)).toEqual({ marks: [], ...expected });
});
