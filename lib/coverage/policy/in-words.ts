import type { FixRule } from "../fix/fix-rule.ts";
import type { PolicyRules, TestKind } from "../policy.ts";
import { heightOf } from "../rung/rungs.ts";

export type PolicyChapter = {
  readonly about: string;
  readonly sentences: readonly string[];
};

/** A policy in plain sentences, one list of them a subject: what counts as a fix, which tests, which rung, and what its people agreed on. */
export const policyInChapters = (rules: PolicyRules): readonly PolicyChapter[] => [
  { about: "What counts as a fix", sentences: sayFixes(rules) },
  { about: "Which tests count", sentences: sayTests(rules) },
  { about: "What counts as covered", sentences: [sayRung(rules.rung)] },
  { about: "Clusters", sentences: sayClusters(rules) },
  { about: "Reviews and signatures", sentences: sayApprovals(rules) },
  { about: "Claims and waivers", sentences: sayTerms(rules) },
];

/** The same as one list of sentences. */
export const policyInWords = (rules: PolicyRules): readonly string[] =>
  policyInChapters(rules).flatMap(({ sentences }) => sentences);

/** What an item needs to be covered, for a rung. */
export const sayRung = (rung: PolicyRules["rung"]): string =>
  `An item is covered from the rung ${rung} on (${heightOf(rung)} of 6): ${RUNG_MEANS[rung]}`;

const RUNG_MEANS: Readonly<Record<PolicyRules["rung"], string>> = {
  tested: "its fix, or a later change that says so, brought a regression test.",
  gated: "a test of a kind that counts is run by a job on pull requests, and nothing masks it.",
  executed: "the job that runs its test was seen to pass on the merged commit or later.",
  blocking:
    "the job that runs its test has to pass before anything is merged to the default branch.",
  proven: "its test was seen to fail without the fix and to pass with it.",
  live: "its gate blocks, its test is proven, and both still hold today.",
};

export const KIND_NAMES: Readonly<Record<TestKind, string>> = {
  unit: "unit",
  integration: "integration",
  e2e: "end-to-end",
};

function sayFixes({ ciCountsAsProduct, fixRules }: PolicyRules): readonly string[] {
  return [
    ...fixRules.map((rule, index) => `${index + 1}. ${sayFixRule(rule)}`),
    `${fixRules.length > 0 ? "Of anything else, a" : "A"} merged pull request that presents itself as a fix counts as one: by its title, its labels, its branch or the defect that it closes.`,
    ciCountsAsProduct
      ? "Repairs of CI and deployment code are fixes too."
      : "Repairs of nothing but CI and deployment code are no fixes.",
    "What a person decided about one pull request wins over every rule.",
  ];
}

/** One rule on fixes as a sentence. */
export function sayFixRule({ when, isFix, reason }: FixRule): string {
  const parts = [
    when.labels && `is labelled ${any(when.labels)}`,
    when.scopes && `has the scope ${any(when.scopes)}`,
    when.branches && `comes from a branch like ${any(when.branches)}`,
    when.titles && `says ${any(when.titles.map((title) => `“${title}”`))} in its title`,
  ].filter((part) => part !== undefined);
  return ended(
    `What ${listed(parts, "and")} ${isFix ? "counts as a fix" : "is no fix"}: ${reason}`,
  );
}

function sayTests({ acceptedKinds, testKinds }: PolicyRules): readonly string[] {
  const kinds = listed(
    acceptedKinds.map((kind) => KIND_NAMES[kind]),
    "and",
  );
  const others = acceptedKinds.length < Object.keys(KIND_NAMES).length;
  return [
    `From the rung gated on, ${kinds} tests count${others ? " and no others" : ""}.`,
    ...testKinds.map(({ paths, kind, reason }) =>
      ended(
        `Tests at ${any(paths)} are ${KIND_NAMES[kind]} tests${reason === undefined ? "" : `: ${reason}`}`,
      ),
    ),
  ];
}

function sayClusters({ clusters, suggestClusters }: PolicyRules): readonly string[] {
  const names = clusters.map(({ name }) => `“${name}”`);
  return [
    names.length === 0
      ? "No rule gathers gaps into clusters."
      : `${names.length === 1 ? "One rule gathers" : `${names.length} rules gather`} gaps into clusters, the first that matches: ${listed(names, "and")}.`,
    suggestClusters
      ? "For gaps that no rule gathers, clusters are suggested."
      : "No clusters are suggested.",
  ];
}

function sayApprovals({ approvals: { reviews, group }, signOffs }: PolicyRules): readonly string[] {
  const by = group === null ? "" : ` by ${group}`;
  return [
    reviews === 0
      ? "A gap closes without a review."
      : `A gap closes with ${counted(reviews, "review")}${by}.`,
    ...signOffs.map(
      ({ for: work }) => `Work on the ${work} takes the CTO's signature before it is dispatched.`,
    ),
    ...(signOffs.length === 0 ? ["No work takes a signature before it is dispatched."] : []),
  ];
}

const sayTerms = ({ lease, waiver }: PolicyRules): readonly string[] => [
  `A claim lapses without a sign of life: an agent's after ${counted(lease.agentMinutes, "minute")}, a person's after ${counted(lease.personDays, "day")}.`,
  `A waiver lasts ${counted(waiver.daysMax, "day")} at most.`,
];

const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? "" : "s"}`;
const any = (words: readonly string[]): string => listed(words, "or");

function listed(words: readonly string[], join: "and" | "or"): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} ${join} ${last}`;
}

const ended = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
