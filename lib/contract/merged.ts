import { z } from "zod";
import { FIX_KINDS } from "#/lib/coverage/fix/fix-kind.ts";
import { TEST_KINDS } from "#/lib/coverage/policy.ts";
import { StepView } from "./step.ts";

/** What a merged pull request counts as; `direct` is a commit that looks like a fix and that no pull request brought. */
export const COUNTS_AS = ["fix", "excluded", "unclassified", "direct"] as const;
export type CountsAs = (typeof COUNTS_AS)[number];

const one = (value: unknown) => {
  const last = Array.isArray(value) ? value.at(-1) : value;
  return last === "" ? undefined : last;
};

/** Which merged pull requests a list shows; the same in the address and the API. */
export const MergedFilter = z.object({
  counts: z.preprocess(one, z.enum(COUNTS_AS)).default("excluded"),
  repo: z.preprocess(one, z.string().max(200).optional()),
  kind: z.preprocess(one, z.enum(FIX_KINDS).optional()),
  q: z.preprocess(one, z.string().trim().max(200).optional()),
  page: z.preprocess(one, z.coerce.number().int().min(1).max(100_000)).default(1),
});
export type MergedFilter = z.infer<typeof MergedFilter>;

/** The filter as a query string without its defaults. */
export function mergedQuery(filter: Partial<MergedFilter>): string {
  const query = new URLSearchParams();
  if (filter.counts !== undefined && filter.counts !== "excluded") {
    query.set("counts", filter.counts);
  }
  if (filter.repo) query.set("repo", filter.repo);
  if (filter.kind) query.set("kind", filter.kind);
  if (filter.q) query.set("q", filter.q);
  if (filter.page !== undefined && filter.page > 1) query.set("page", String(filter.page));
  const written = query.toString();
  return written === "" ? "" : `?${written}`;
}

/** A person's word on one pull request; it wins over every rule until it is taken back. */
export const FixDecisionView = z.object({
  isFix: z.boolean(),
  reason: z.string(),
  by: z.string(),
  byKind: z.string(),
  at: z.iso.datetime(),
});
export type FixDecisionView = z.infer<typeof FixDecisionView>;

export const MergedRow = z.object({
  alias: z.string(),
  repository: z.string(),
  /** Null for a commit that no pull request brought. */
  number: z.int().nullable(),
  sha: z.string().nullable(),
  title: z.string(),
  author: z.string().nullable(),
  url: z.string().nullable(),
  /** Sample rows that were written for the sample. */
  invented: z.boolean(),
  mergedAt: z.iso.datetime(),
  kind: z.enum(FIX_KINDS),
  /** Its item, shown as GAP-<item>; null where it is in no scope. */
  item: z.int().nullable(),
  steps: z.array(StepView),
  copyOf: z.int().nullable(),
  /** A pull request's number, or the id of a commit that none brought. */
  revertedBy: z.union([z.int(), z.string()]).nullable(),
  decision: FixDecisionView.nullable(),
});
export type MergedRow = z.infer<typeof MergedRow>;

export const MergedView = z.object({
  rows: z.array(MergedRow),
  total: z.int(),
  page: z.int(),
  pages: z.int(),
  /** Of the rows that the other filters let through, how many count as what. */
  counts: z.object({
    fix: z.int(),
    excluded: z.int(),
    unclassified: z.int(),
    /** Null while no source of the program tells its commits. */
    direct: z.int().nullable(),
  }),
  /** What the filters can be set to. */
  repos: z.array(z.string()),
  /** Words of people on the kinds of tests, in force now, newest first. */
  testKinds: z.array(
    z.object({
      alias: z.string(),
      paths: z.string(),
      kind: z.enum(TEST_KINDS),
      reason: z.string(),
      by: z.string(),
      byKind: z.string(),
      at: z.iso.datetime(),
    }),
  ),
  /** Whether a decision about what counts is not judged by yet. */
  judging: z.boolean(),
});
export type MergedView = z.infer<typeof MergedView>;
