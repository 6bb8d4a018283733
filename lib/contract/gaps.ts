import { z } from "zod";
import { MEASURES } from "#/lib/coverage/measure.ts";
import { RUNGS } from "#/lib/coverage/rung/rungs.ts";
import { VERDICTS } from "#/lib/coverage/verdict.ts";

export const ClaimView = z.object({
  by: z.string(),
  byKind: z.string(),
  grantedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  mine: z.boolean(),
});
export type ClaimView = z.infer<typeof ClaimView>;

export const PRIORITIES = ["P0", "P1", "P2", "P3"] as const;
export type Priority = (typeof PRIORITIES)[number];

export const GapRow = z.object({
  /** Shown as GAP-<item>. */
  item: z.int(),
  kind: z.enum(["fix", "issue", "incident", "declared"]),
  alias: z.string(),
  repository: z.string(),
  number: z.int().nullable(),
  title: z.string(),
  url: z.string().nullable(),
  /** Sample rows that were written for the sample. */
  invented: z.boolean(),
  enteredAt: z.iso.datetime(),
  /** What was said when it was declared; null of what was not. */
  priority: z.enum(PRIORITIES).nullable(),
  rung: z.enum(RUNGS),
  verdict: z.enum(VERDICTS),
  cluster: z.object({ key: z.string(), name: z.string() }).nullable(),
  claim: ClaimView.nullable(),
});
export type GapRow = z.infer<typeof GapRow>;

export const GapsView = z.object({
  measure: z.enum(MEASURES),
  /** The policy that is in force, `name@version`. */
  policy: z.string(),
  rows: z.array(GapRow),
  total: z.int(),
  /** Verdicts of the filtered set before the verdict filter is applied. */
  counts: z.object({ covered: z.int(), gap: z.int(), waived: z.int(), unknown: z.int() }),
  page: z.int(),
  pages: z.int(),
  /** What the filters can be set to in this program. */
  choices: z.object({
    repos: z.array(z.string()),
    clusters: z.array(z.object({ key: z.string(), name: z.string() })),
    /** The gate that the filter names; null where it names none, and where that is gone. */
    gate: z.object({ id: z.int(), name: z.string() }).nullable(),
  }),
});
export type GapsView = z.infer<typeof GapsView>;
