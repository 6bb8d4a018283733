import { z } from "zod";
import { MEASURES } from "#/lib/coverage/measure.ts";
import { TallyView } from "./tally.ts";

export const ClusterView = z.object({
  key: z.string(),
  name: z.string(),
  why: z.string(),
  topics: z.array(z.string()),
  measure: z.enum(MEASURES),
  tally: TallyView,
  parts: z.array(z.object({ key: z.string(), name: z.string(), gaps: z.int() })),
  /** Aliases of the repositories of its gaps, with how many gaps each has in all. */
  repositories: z.array(z.object({ alias: z.string(), gaps: z.int(), gapsOfRepository: z.int() })),
  /** How many gaps the program's own text claims; null when it claims none. */
  claimed: z.int().nullable(),
  /** Gaps whose number occurs in a synced comment of the tracking issue. */
  named: z.int(),
  architecture: z.boolean(),
  recurring: z.boolean(),
});
export type ClusterView = z.infer<typeof ClusterView>;

export const ClustersView = z.object({
  measure: z.enum(MEASURES),
  clusters: z.array(ClusterView),
  unclustered: z.array(z.object({ alias: z.string(), gaps: z.int() })),
  gaps: z.int(),
});
export type ClustersView = z.infer<typeof ClustersView>;

export const ClusterDetailView = z.object({
  cluster: ClusterView,
  members: z.array(
    z.object({
      item: z.int(),
      number: z.int().nullable(),
      alias: z.string(),
      title: z.string(),
      part: z.string().nullable(),
      named: z.boolean(),
      invented: z.boolean(),
      verdict: z.string(),
      enteredAt: z.iso.datetime(),
    }),
  ),
});
export type ClusterDetailView = z.infer<typeof ClusterDetailView>;
