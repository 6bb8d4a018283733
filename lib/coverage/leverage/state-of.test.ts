import { expect, test } from "vitest";
import { stateOf } from "./state-of.ts";

const entry = { signOff: null, signed: false, claimed: 0, assigned: false } as const;
const architecture = { ...entry, signOff: "cto" } as const;

test.each([
  ["S39 S40 nobody has it", entry, "queued"],
  ["S40 it was given to somebody", { ...entry, assigned: true }, "dispatching"],
  ["S40 somebody claimed a gap of it", { ...entry, claimed: 1 }, "in_flight"],
  [
    "a claim counts more than to whom it was given",
    { ...entry, claimed: 2, assigned: true },
    "in_flight",
  ],
  ["S39 S51 architecture waits for its sign-off", architecture, "awaiting_signoff"],
  ["whoever has it", { ...architecture, claimed: 1, assigned: true }, "awaiting_signoff"],
  ["architecture that is signed waits for nobody", { ...architecture, signed: true }, "queued"],
  ["signed and claimed", { ...architecture, signed: true, claimed: 1 }, "in_flight"],
])("%s: %o is %s", (_what, given, state) => {
  expect(stateOf(given)).toBe(state);
});
