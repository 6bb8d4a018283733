import { type GapFilter, gapQuery } from "#/lib/contract/gap-filter.ts";
import { type MergedFilter, mergedQuery } from "#/lib/contract/merged.ts";
import type { Measure } from "#/lib/coverage/measure.ts";

/** One key per question; page and hook both take it from here, with the parsed filter. */
export const queryKeys = {
  gaps: (slug: string, filter: GapFilter) => ["gaps", slug, gapQuery(filter)] as const,
  merged: (slug: string, filter: MergedFilter) => ["merged", slug, mergedQuery(filter)] as const,
  /** Every list of merged pull requests of a program. */
  allMerged: (slug: string) => ["merged", slug] as const,
  plan: (slug: string, measure: Measure | undefined) =>
    ["plan", slug, measure ?? "policy"] as const,
  /** The plan of a program at every measure. */
  allPlans: (slug: string) => ["plan", slug] as const,
  wouldRun: (slug: string, gate: number, files: readonly string[]) =>
    ["would-run", slug, gate, files] as const,
  links: (slug: string, page: number) => ["links", slug, page] as const,
  /** Every list of links of a program. */
  allLinks: (slug: string) => ["links", slug] as const,
  /** No answer of the server: when somebody here last decided something about a program. */
  decidedAt: (slug: string) => ["decided-at", slug] as const,
  overview: (slug: string, measure: Measure | undefined) =>
    ["overview", slug, measure ?? "policy"] as const,
  /** Whether everything is judged by the policy in force. */
  policyJudging: (slug: string) => ["policy-judging", slug] as const,
  policyTrial: (slug: string, id: number) => ["policy-trial", slug, id] as const,
  sources: () => ["sources"] as const,
};
