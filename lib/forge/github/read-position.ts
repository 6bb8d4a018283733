import { AppError } from "#/lib/errors.ts";
import type { Position } from "../forge.ts";
import type { ListPosition } from "./list-question.ts";

/** Where a list goes on, from what was written down; throws AppError invalid on a position that we did not write. */
export function readPosition(position: Position | null, first: number): ListPosition {
  if (position === null) return { after: null, size: first, good: 0 };
  const { after, size, good } = position;
  if ((after === null || typeof after === "string") && isCount(size, 1) && isCount(good, 0)) {
    return { after, size, good };
  }
  throw foreign();
}

/** A whole number that is no smaller than the least one. */
export const isCount = (value: unknown, least: number): value is number =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= least;

/** That a position was not written by this adapter, with the next step. */
export const foreign = (): AppError =>
  new AppError(
    "invalid",
    "The place where this walk stopped was not written by this adapter. Begin the walk anew.",
  );
