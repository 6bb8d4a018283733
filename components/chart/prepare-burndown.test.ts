import { describe, expect, test } from "vitest";
import type { BurndownSeries } from "#/lib/contract/overview.ts";
import { niceTicks } from "./nice-ticks.ts";
import { prepareBurndown } from "./prepare-burndown.ts";
import { spreadLabels } from "./spread-labels.ts";
import { stepPath } from "./step-path.ts";

const point = (day: string, covered: number, gap: number, unknown = 0) => ({
  day,
  inScope: covered + gap + unknown,
  covered,
  gap,
  waived: 0,
  unknown,
});
const series = (...points: BurndownSeries["points"]): BurndownSeries => ({
  measure: "has_test@1",
  points,
  missing: null,
});

describe("prepareBurndown", () => {
  const two = series(point("2026-06-10", 100, 50), point("2026-06-12", 102, 52));

  test("burns down the gaps under the scope, and up the covered", () => {
    const down = prepareBurndown(two, "down");
    expect(down.lines.map((line) => [line.label, line.last])).toEqual([
      ["Scope", 154],
      ["Gaps", 52],
    ]);
    expect(prepareBurndown(two, "up").lines.at(-1)).toMatchObject({ label: "Covered", last: 102 });
  });

  test("leaves a hole for a day that is missing instead of drawing through it", () => {
    const { rows } = prepareBurndown(two, "down");
    expect(rows.map((row) => row.main)).toEqual([50, null, 52]);
    expect(rows[1]).toEqual({ day: "2026-06-11", scope: null, main: null, upper: null });
  });

  test("draws how far the line could reach only where something is unknown", () => {
    const unsure = prepareBurndown(series(point("2026-06-12", 0, 120, 34)), "down");
    expect(unsure.lines.map((line) => line.key)).toEqual(["scope", "upper", "main"]);
    expect(unsure.rows[0]?.upper).toBe(154);
  });

  test("starts the axis at zero and covers the scope", () => {
    const { yTicks, yMax } = prepareBurndown(two, "down");
    expect(yTicks[0]).toBe(0);
    expect(yMax).toBeGreaterThanOrEqual(154);
  });

  test("says in one sentence where it stands and where it began", () => {
    expect(prepareBurndown(two, "down").takeaway).toBe(
      "On 12 June 2026, 52 of 154 fixes are gaps; on 10 June 2026 it was 50 of 150.",
    );
  });

  test("survives a series without points", () => {
    expect(prepareBurndown(series(), "down")).toMatchObject({ rows: [], xTicks: [], takeaway: "" });
  });

  test("labels the first and the last day", () => {
    const labels = prepareBurndown(two, "down").xTicks;
    expect([labels[0]?.label, labels.at(-1)?.label]).toEqual(["10 Jun", "12 Jun"]);
  });
});

test.each([
  [1, [0, 1]],
  [7, [0, 2, 4, 6, 8]],
  [154, [0, 50, 100, 150, 200]],
  [1000, [0, 500, 1000]],
])("ticks up to %i are round", (largest, ticks) => {
  expect(niceTicks(largest)).toEqual(ticks);
});

test("labels that would cover one another move apart and stay inside", () => {
  expect(spreadLabels([10, 12, 60], 8)).toEqual([10, 18, 60]);
  expect(spreadLabels([98, 99], 8)).toEqual([92, 100]);
});

test("a staircase breaks at a null", () => {
  expect(stepPath([10, 10, null, 0], 10)).toBe("M0 0H333M1000 1000");
});
