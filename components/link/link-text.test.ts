import { expect, test } from "vitest";
import { heldText, placeText, rejectedText, relationText } from "./link-text.ts";
import { linkOf } from "./testing/link-of.ts";

const notEnough = { value: "insufficient", reason: "a", actor: "b" } as const;

test.each([
  ["a pull request claims to cover", {}, "says that it covers"],
  ["a pull request claims to repair", { relation: "closes" }, "says that it repairs"],
  ["a mention claims nothing", { relation: "refs" }, "mentions"],
  ["a person says it, not the text", { method: "person" }, "covers"],
  [
    "the issue says which change repaired it",
    { relation: "closes", method: "named-as-fix" },
    "is named as the repair of",
  ],
  [
    "the program lists it, it does not say so itself",
    { method: "gate-list" },
    "is listed as covering",
  ],
  ["a person found it not enough", { decided: notEnough }, "does not cover enough of"],
] as const)("%s", (_what, more, text) => {
  expect(relationText(linkOf(more))).toBe(text);
});

test.each([
  ["closes", "does not repair"],
  ["covers", "does not cover"],
  ["refs", "is not about"],
] as const)("%s that was rejected", (relation, text) => {
  expect(rejectedText(relation)).toBe(text);
});

test.each([
  ["body", 3, "text, line 3"],
  ["title", 1, "title"],
  ["comment:991", 2, "comment, line 2"],
  ["name", 1, "the gate’s name"],
  ["person", 0, null],
  ["a place of another version", 0, "a place of another version"],
] as const)("a sentence in %s, line %i stands in: %s", (place, line, text) => {
  expect(placeText({ place, line })).toBe(text);
});

test.each([
  [null, null],
  ["planned", "More is said there and does not count: it speaks of what is still to be done."],
  ["toString", "More is said there and does not count: toString."],
])("words held back as %s", (held, text) => {
  expect(heldText(held)).toBe(text);
});
