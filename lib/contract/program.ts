import { z } from "zod";
import { MEASURES } from "#/lib/coverage/measure.ts";
import { TallyView } from "./tally.ts";

/** What every page of a program says about itself: its rules, and the moment with which it computes. */
export const ProgramView = z.object({
  slug: z.string(),
  name: z.string(),
  sample: z.boolean(),
  archived: z.boolean(),
  /** Since when it is in the archive; null while it is at work. */
  archivedAt: z.iso.datetime().nullable(),
  mandate: z.string().nullable(),
  mandateBy: z.string().nullable(),
  trackingIssue: z.object({ label: z.string(), url: z.string().nullable() }).nullable(),
  /** The measure of the policy's rung: what counts as covered. */
  measure: z.enum(MEASURES),
  policyName: z.string(),
  policyVersion: z.int(),
  timeZone: z.string(),
  fixesSince: z.iso.datetime(),
  /** The program's present; pages compute with it, not with the clock. */
  now: z.iso.datetime(),
  /** True when the present is fixed and does not follow the clock. */
  standsStill: z.boolean(),
  assessedAt: z.iso.datetime().nullable(),
  /** Whether a person said something about what counts that the last assessment did not know. */
  judging: z.boolean(),
});
export type ProgramView = z.infer<typeof ProgramView>;

export const ProgramLink = z.object({
  slug: z.string(),
  name: z.string(),
  sample: z.boolean(),
  archived: z.boolean(),
});
export type ProgramLink = z.infer<typeof ProgramLink>;

/** A program beside the others: each by its own policy, scope and days, so that no figure adds two of them. */
export const ProgramRow = ProgramLink.extend({
  archivedAt: z.iso.datetime().nullable(),
  /** The measure of the policy's rung: what counts as covered. */
  measure: z.enum(MEASURES),
  policyName: z.string(),
  policyVersion: z.int(),
  timeZone: z.string(),
  fixesSince: z.iso.datetime(),
  /** Its present. */
  now: z.iso.datetime(),
  audited: z.int(),
  inScopeRepositories: z.int(),
  /** Fixes of its audited repositories at its measure. */
  fixes: TallyView,
  /** Open issues, incidents and declared gaps: another population. */
  issues: TallyView,
  judging: z.boolean(),
});
export type ProgramRow = z.infer<typeof ProgramRow>;
