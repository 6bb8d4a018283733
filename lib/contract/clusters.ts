import { z } from "zod";
import { MEASURES } from "#/lib/coverage/measure.ts";
import { RUNGS } from "#/lib/coverage/rung/rungs.ts";
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
  /** Files that its gaps fixed again and again, with the numbers of those fixes. */
  repeated: z.array(z.object({ path: z.string(), numbers: z.array(z.int()) })),
  origin: z.enum(["rule", "text", "suggested", "person"]),
  /** The rung that its gaps miss; null where they were not gathered by it. */
  missed: z.enum(RUNGS).nullable(),
  pinned: z.boolean(),
  /** The words of people that shaped it, oldest first. */
  words: z.array(z.int()),
});
export type ClusterView = z.infer<typeof ClusterView>;

/** A person's word on the clusters that nobody took back. */
export const ClusterWordView = z.object({
  id: z.int(),
  verb: z.enum(["rename", "merge", "split", "move", "pin", "architecture"]),
  /** What it says, as a sentence. */
  text: z.string(),
  reason: z.string().nullable(),
  by: z.string(),
  byKind: z.string(),
  at: z.iso.datetime(),
  /** Whether it shapes a cluster that is shown at this measure. */
  shapes: z.boolean(),
});
export type ClusterWordView = z.infer<typeof ClusterWordView>;

export const ClustersView = z.object({
  measure: z.enum(MEASURES),
  /** The policy that is in force, `name@version`. */
  policy: z.string(),
  /** Whether a person said something that the last assessment did not know. */
  judging: z.boolean(),
  clusters: z.array(ClusterView),
  words: z.array(ClusterWordView),
  unclustered: z.array(z.object({ alias: z.string(), gaps: z.int() })),
  gaps: z.int(),
});
export type ClustersView = z.infer<typeof ClustersView>;

export const ClusterDetailView = z.object({
  cluster: ClusterView,
  /** The words that shaped it. */
  words: z.array(ClusterWordView),
  /** The other clusters at this measure, to merge with or move to. */
  others: z.array(z.object({ key: z.string(), name: z.string() })),
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
