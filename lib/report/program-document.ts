import { z } from "zod";
import { ENTRY_KINDS } from "#/lib/contract/plan.ts";
import { PRIORITIES } from "#/lib/coverage/leverage/order-plan.ts";
import { ENTRY_STATES } from "#/lib/coverage/leverage/state-of.ts";
import { MEASURES } from "#/lib/coverage/measure.ts";

const Count = z.int().nonnegative();
const Percent = z.number().min(0).max(100);

/** inScope = covered + gap + waived + unknown. */
const FIGURE = {
  inScope: Count,
  covered: Count,
  gap: Count,
  waived: Count,
  unknown: Count,
  /** What the percentage divides by: covered and gap. */
  of: Count,
  /** One decimal, half up; null where there is nothing to divide by, and where only the bounds can be said. */
  percent: Percent.nullable(),
  /** Between which percentages the share of all but the waived lies; null while nothing is unknown. */
  bounds: z.strictObject({ low: Percent, high: Percent }).nullable(),
};

const Repository = z.strictObject({
  alias: z.string(),
  repository: z.string(),
  /** A repository that is not audited has no figures, which is neither 0 % nor 100 %. */
  audited: z.boolean(),
  /** Why it is not audited, or why its figures are stale; null when neither. */
  notice: z.string().nullable(),
});

const Figure = z.strictObject(FIGURE);
const RepositoryFigure = z.strictObject({ alias: z.string(), repository: z.string(), ...FIGURE });
const Measure = z.enum(MEASURES);

const Cluster = z.strictObject({
  key: z.string(),
  name: z.string(),
  why: z.string(),
  gaps: Count,
  /** Of all gaps at the measure. */
  shareOfGaps: Percent,
  repositories: z.array(
    z.strictObject({ alias: z.string(), gaps: Count, gapsOfRepository: Count }),
  ),
});

const Fraction = z.strictObject({ covered: Count, of: Count });

const Work = z.strictObject({
  key: z.string(),
  title: z.string(),
  kind: z.enum(ENTRY_KINDS),
  state: z.enum(ENTRY_STATES),
  priority: z.enum(PRIORITIES),
  assignee: z.string().nullable(),
  /** The gaps that it closes and nothing before it in the plan does. */
  closes: Count,
  /** The program's fraction with all before it done, and with it done too; null for work on another population. */
  before: Fraction.nullable(),
  after: Fraction.nullable(),
});

/** How a program of the server stands: the stable document `gateline.report/1`. All figures but `issues` are of merged fixes. */
export const ProgramDocument = z.strictObject({
  schema: z.literal("gateline.report/1"),
  program: z.strictObject({
    slug: z.string(),
    name: z.string(),
    sample: z.boolean(),
    archived: z.boolean(),
    timeZone: z.string(),
    /** Fixes merged since are in scope. */
    fixesSince: z.iso.datetime(),
  }),
  /** The program's present. */
  asOf: z.iso.datetime(),
  /** When what is shown was judged; null before the first time. */
  assessedAt: z.iso.datetime().nullable(),
  /** Whether somebody changed what counts after that. */
  judging: z.boolean(),
  /** `name@version`, of the one in force. */
  policy: z.string(),
  /** Of the clusters and of the plan. */
  measure: Measure,
  audited: Count,
  inScopeRepositories: Count,
  repositories: z.array(Repository),
  measures: z.array(
    z.strictObject({ measure: Measure, ...FIGURE, repositories: z.array(RepositoryFigure) }),
  ),
  /** Open issues, incidents and declared gaps at the measure: another population, never mixed with fixes. */
  issues: Figure,
  /** The audited repositories whose issues were not read, which is not the same as none. */
  issuesUnread: z.array(z.strictObject({ alias: z.string(), why: z.string() })),
  /** All gaps at the measure: those of the clusters and the unclustered ones. */
  gaps: Count,
  clusters: z.array(Cluster),
  /** Per repository the gaps that are in no cluster. */
  unclustered: z.array(z.strictObject({ alias: z.string(), gaps: Count })),
  plan: z.strictObject({
    now: Fraction,
    /** With everything in the plan done. */
    done: Fraction,
    gaps: Count,
    /** Fixes that are in no fraction here, because a fact about them is missing. */
    unknown: Count,
    /** How many pieces of work it has in all. */
    pieces: Count,
    first: z.array(Work),
  }),
});
export type ProgramDocument = z.infer<typeof ProgramDocument>;
export type ProgramFigure = z.infer<typeof Figure>;
