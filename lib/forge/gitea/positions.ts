import { z } from "zod";
import type { Position } from "../forge.ts";
import type { OffsetPosition } from "../next-position.ts";

const offset = {
  page: z.int().positive(),
  limit: z.int().positive(),
  totalBefore: z.int().nonnegative().nullable(),
};

/** The lists that a walk of many changes reads one after the other. */
const ChangesPosition = z.object({ ...offset, list: z.enum(["issues", "pulls"]) });
const LabelsPosition = z.object({
  ...offset,
  list: z.enum(["own", "owner"]),
  /** How many of its own the repository has. */
  own: z.int().nonnegative().nullable(),
});
const RunsPosition = z.object({ ...offset, by: z.enum(["runs", "forgejo", "tasks"]) });

// A position that we did not write, or wrote in an older version, begins the walk anew.
const readerOf =
  <Schema extends z.ZodType>(schema: Schema) =>
  (position: Position | null): z.output<Schema> | null =>
    schema.safeParse(position).data ?? null;

/** Where a walk of one list stands; null begins it. */
export const offsetPosition: (position: Position | null) => OffsetPosition | null = readerOf(
  z.object(offset),
);
export const changesPosition = readerOf(ChangesPosition);
export const labelsPosition = readerOf(LabelsPosition);
export const runsPosition = readerOf(RunsPosition);
