import fc from "fast-check";
import { expect, test } from "vitest";
import { heightOf, RUNGS, type Rung } from "../rung/rungs.ts";
import type { Standing } from "../verdict.ts";
import { bestStanding } from "./best-standing.ts";

const at = (rung: Rung, missed: Rung | null, open: Rung | null = null): Standing => ({
  rung,
  missed,
  unknownAbove: open && { rung: open, missing: `${open} not read` },
  evidence: [],
});

const because = (standing: Standing, missedBecause: string): Standing => ({
  ...standing,
  missedBecause,
});

test.each([
  [
    "the highest counts",
    [at("tested", "gated"), at("gated", "executed")],
    null,
    at("gated", "executed"),
  ],
  [
    "what one misses the other may have",
    [at("tested", "gated"), at("gated", null, "executed")],
    null,
    at("gated", null, "executed"),
  ],
  [
    "what is open below the best is open above it",
    [at("tested", null, "gated"), at("gated", "executed")],
    null,
    { ...at("gated", null), unknownAbove: { rung: "executed", missing: "gated not read" } },
  ],
  [
    "a doubt leaves the next rung open",
    [at("tested", "gated")],
    "not asked",
    { ...at("tested", null), unknownAbove: { rung: "gated", missing: "not asked" } },
  ],
  ["nothing is above the last", [at("live", null)], "not asked", at("live", null)],
  [
    "the reason goes with the rung that is missed",
    [because(at("tested", "gated"), "masked"), because(at("gated", "executed"), "it never ran")],
    null,
    because(at("gated", "executed"), "it never ran"),
  ],
  [
    "a reason says more than the lack of evidence does",
    [
      at("tested", "gated"),
      because(at("none", "gated"), "low"),
      because(at("tested", "gated"), "masked"),
    ],
    null,
    because(at("tested", "gated"), "masked"),
  ],
  [
    "a lower rung's reason is none for the one that is missed",
    [because(at("tested", "gated"), "masked"), at("gated", "executed")],
    null,
    at("gated", "executed"),
  ],
  [
    "what is not missed for certain has no reason to be",
    [because(at("tested", "gated"), "masked")],
    "not asked",
    { ...at("tested", null), unknownAbove: { rung: "gated", missing: "not asked" } },
  ],
] as const)("%s", (_name, standings, doubt, expected) => {
  expect(bestStanding(standings, doubt)).toEqual(expected);
});

test("nothing stands nowhere", () => {
  expect(bestStanding([], null)).toBeNull();
});

test("more evidence never lowers where an item stands", () => {
  const standing = fc.tuple(fc.nat(RUNGS.length - 2), fc.boolean()).map(([height, misses]) => {
    const above = RUNGS[height + 1] ?? "live";
    return at(RUNGS[height] ?? "none", misses ? above : null, misses ? null : above);
  });
  fc.assert(
    fc.property(fc.array(standing, { minLength: 1 }), standing, (all, more) => {
      const before = bestStanding(all, null);
      const after = bestStanding([...all, more], null);
      expect(heightOf(after?.rung ?? "none")).toBeGreaterThanOrEqual(
        heightOf(before?.rung ?? "none"),
      );
      const loses = before?.missed === null && after?.missed !== null;
      expect(loses).toBe(false);
    }),
  );
});
