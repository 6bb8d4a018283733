import { z } from "zod";
import type { Position } from "#/lib/forge/forge.ts";

const Json = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** An unfinished walk, as it is written down between pages. */
const Written = z.object({
  v: z.literal(1),
  /** Whether it walks over everything. */
  whole: z.boolean(),
  /** When it began, by our clock. */
  beganAt: z.coerce.date(),
  /** Where the forge goes on; null where it is not begun, or all pages are read. */
  at: Json.nullable(),
  /** Whether all pages are read, and what was not met is being asked for by itself. */
  verifying: z.boolean(),
});

export type WalkPosition = {
  readonly whole: boolean;
  readonly beganAt: Date;
  readonly at: Position | null;
  readonly verifying: boolean;
};

/** What was written down, where it is of this kind of walk; null for anything else, which begins anew. */
export function readWalkPosition(value: unknown, whole: boolean): WalkPosition | null {
  const read = Written.safeParse(value);
  return read.success && read.data.whole === whole ? read.data : null;
}

/** As it is written down. */
export const writeWalkPosition = ({ beganAt, ...rest }: WalkPosition) => ({
  v: 1,
  ...rest,
  beganAt: beganAt.toISOString(),
});
