import { z } from "zod";
import { MEASURES } from "#/lib/coverage/measure.ts";
import { ClusterView } from "./clusters.ts";
import { ProgramView } from "./program.ts";
import { TallyView } from "./tally.ts";

export const MeasureTally = z.object({ measure: z.enum(MEASURES), tally: TallyView });
export type MeasureTally = z.infer<typeof MeasureTally>;

export const RepositoryRow = z.object({
  alias: z.string(),
  fullName: z.string(),
  url: z.string().nullable(),
  syncEnabled: z.boolean(),
  /** null: not audited, which is neither 0 % nor 100 %. */
  audit: z
    .object({
      /** merged = fixes + excluded + unclassified; the rungs count fixes and unclassified ones of the default branch. */
      merged: z.int(),
      fixes: z.int(),
      excluded: z.int(),
      unclassified: z.int(),
      measures: z.array(MeasureTally),
      lastWholePass: z.iso.datetime().nullable(),
    })
    .nullable(),
  /** Why it is not audited, or why its figures are stale; null when neither. */
  notice: z.string().nullable(),
});
export type RepositoryRow = z.infer<typeof RepositoryRow>;

export const BurndownPoint = z.object({
  day: z.iso.date(),
  inScope: z.int(),
  covered: z.int(),
  gap: z.int(),
  waived: z.int(),
  unknown: z.int(),
});
export type BurndownPoint = z.infer<typeof BurndownPoint>;

export const BurndownSeries = z.object({
  measure: z.enum(MEASURES),
  points: z.array(BurndownPoint),
  /** Why there is no line, where there is none. */
  missing: z.string().nullable(),
});
export type BurndownSeries = z.infer<typeof BurndownSeries>;

export const OverviewView = z.object({
  program: ProgramView,
  audited: z.int(),
  inScopeRepositories: z.int(),
  /** Fixes over audited repositories, every measure. */
  measures: z.array(MeasureTally),
  /** Open issues and incidents: another population, never mixed with fixes. */
  issues: z.array(MeasureTally),
  /** The audited repositories whose issues were not read, which is not the same as none. */
  issuesUnread: z.array(z.object({ alias: z.string(), why: z.string() })),
  /** Items that nobody saw to in the sweep, at the policy's measure. */
  untriaged: z.object({ fix: z.int(), issue: z.int() }),
  repositories: z.array(RepositoryRow),
  burndown: BurndownSeries,
  clusters: z.array(ClusterView),
  baseline: z.object({ text: z.string(), percent: z.number(), source: z.string() }).nullable(),
});
export type OverviewView = z.infer<typeof OverviewView>;
