import { describe, expect, test } from "vitest";
import { known, unknown } from "#/lib/facts/known.ts";
import type { Measure } from "./measure.ts";
import type { Rung } from "./rung/rungs.ts";
import type { Standing } from "./verdict.ts";
import { verdictAt } from "./verdict-at.ts";

const standing = (rung: Rung, missed: Rung | null, open: Rung | null): Standing => ({
  rung,
  missed,
  unknownAbove: open === null ? null : { rung: open, missing: "x" },
  evidence: [],
});
const at = (measure: Measure, where: Standing, waived = false) =>
  verdictAt(measure, { standing: where, hasTest: unknown("x"), waived });

describe("at a rung", () => {
  test.each([
    ["reached", "gated", standing("gated", null, "executed"), "covered"],
    ["reached above", "tested", standing("gated", null, "executed"), "covered"],
    ["open", "blocking", standing("gated", null, "executed"), "unknown"],
    ["missed", "gated", standing("tested", "gated", null), "gap"],
    ["missed below", "blocking", standing("tested", "gated", null), "gap"],
    [
      "missed below, whatever is open above",
      "blocking",
      standing("none", "tested", "gated"),
      "gap",
    ],
    ["open below the one missed", "gated", standing("none", "blocking", "tested"), "unknown"],
    ["nothing known", "tested", standing("none", null, "tested"), "unknown"],
  ] as const)("%s: %s", (_name, measure, where, expected) => {
    expect(at(measure, where)).toBe(expected);
  });
});

describe("waived", () => {
  test("it stands for a gap and for an unknown, never for covered", () => {
    expect(at("gated", standing("tested", "gated", null), true)).toBe("waived");
    expect(at("gated", standing("none", null, "tested"), true)).toBe("waived");
    expect(at("gated", standing("gated", null, null), true)).toBe("covered");
  });
});

test.each([
  [known(true), "covered"],
  [known(false), "gap"],
  [unknown("x"), "unknown"],
] as const)("the audit's measure looks only at its own rule: %j → %s", (hasTest, expected) => {
  const where = standing("live", null, null);
  expect(verdictAt("has_test@1", { standing: where, hasTest, waived: false })).toBe(expected);
});
