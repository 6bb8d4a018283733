import { gapQuery } from "#/lib/contract/gap-filter.ts";
import type { Measure } from "#/lib/coverage/measure.ts";
import type { Direction } from "../chart/prepare-burndown.ts";

/** The overview's address without its defaults: the policy's measure, burning down. */
export function overviewQuery(choice: {
  readonly measure: Measure;
  readonly policy: Measure;
  readonly direction: Direction;
}): string {
  const measure = choice.measure === choice.policy ? "" : gapQuery({ measure: choice.measure });
  if (choice.direction === "down") return measure;
  return `${measure === "" ? "?" : `${measure}&`}chart=up`;
}
