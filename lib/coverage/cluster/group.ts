import type { ClusterPart } from "./cluster-by-rules.ts";

export const GROUP_ORIGINS = ["rule", "text", "suggested", "person"] as const;

/** Fixes that belong together whatever the measure: a rule of the policy, a tracking text, the engine or a person says so. */
export type Group = {
  readonly key: string;
  readonly name: string;
  /** The reason in a sentence. */
  readonly why: string;
  readonly origin: (typeof GROUP_ORIGINS)[number];
  readonly topics: readonly string[];
  /** How many gaps the program's own text claims for it; null where it claims none. */
  readonly claimed: number | null;
  readonly architecture: boolean;
  readonly pinned: boolean;
  /** Whether a rule says that its fixes came back with no regression test. */
  readonly recurringRule: boolean;
  /** Hold some of its items, each at most once. */
  readonly parts: readonly ClusterPart[];
  /** Keys of its items, sorted. */
  readonly items: readonly string[];
  /** Ids of the words of people that shaped it, in their order. */
  readonly words: readonly number[];
};
