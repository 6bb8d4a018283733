import type { PolicyRules } from "../policy.ts";

export type PolicyChange = {
  /** The field of the document. */
  readonly field: keyof PolicyRules;
  /** What changes, in words. */
  readonly text: string;
};

/** The fields in which two policies differ, in the order of the document; none where they say the same. */
export function policyDiff(before: PolicyRules, after: PolicyRules): readonly PolicyChange[] {
  const fields = Object.keys(SAYINGS) as (keyof PolicyRules)[];
  return fields
    .filter((field) => canonical(before[field]) !== canonical(after[field]))
    .map((field) => ({ field, text: SAYINGS[field](before, after) }));
}

type Saying = (before: PolicyRules, after: PolicyRules) => string;

const value =
  (name: string, say: (rules: PolicyRules) => string): Saying =>
  (before, after) =>
    `${name}: ${say(before)} → ${say(after)}`;

/** How a list changed: what was added and taken away, or that only the order did. */
const list =
  (name: string, of: (rules: PolicyRules) => readonly object[]): Saying =>
  (before, after) => {
    const [old, fresh] = [of(before).map(canonical), of(after).map(canonical)];
    const added = fresh.filter((each) => !old.includes(each)).length;
    const gone = old.filter((each) => !fresh.includes(each)).length;
    const how =
      added + gone === 0
        ? ", in another order"
        : ` (${added} new or changed, ${gone} gone or changed)`;
    return `${name}: ${old.length} → ${fresh.length}${how}`;
  };

const yesOrNo = (is: boolean): string => (is ? "yes" : "no");

const SAYINGS: Readonly<Record<keyof PolicyRules, Saying>> = {
  name: value("The name", ({ name }) => name),
  rung: value("The rung that counts as covered", ({ rung }) => rung),
  acceptedKinds: value("The kinds of tests that count", ({ acceptedKinds }) =>
    acceptedKinds.join(", "),
  ),
  ciCountsAsProduct: value("Repairs of CI and deployment code count as fixes", (rules) =>
    yesOrNo(rules.ciCountsAsProduct),
  ),
  fixRules: list("The rules on what counts as a fix", ({ fixRules }) => fixRules),
  testKinds: list("The rules on kinds of tests", ({ testKinds }) => testKinds),
  clusters: list("The rules on clusters", ({ clusters }) => clusters),
  suggestClusters: value("Clusters are suggested", (rules) => yesOrNo(rules.suggestClusters)),
  approvals: value(
    "The reviews before a gap closes",
    ({ approvals: { reviews, group } }) => `${reviews}${group === null ? "" : ` by ${group}`}`,
  ),
  signOffs: value(
    "The signatures before work is dispatched",
    ({ signOffs }) => signOffs.map((each) => `${each.for} by ${each.role}`).join(", ") || "none",
  ),
  lease: value(
    "How long a claim lasts",
    ({ lease }) => `agents ${lease.agentMinutes} min, people ${lease.personDays} d`,
  ),
  waiver: value("How long a waiver lasts", ({ waiver }) => `${waiver.daysMax} d at most`),
};

/** A value as text, the same whatever the order of its fields: a database hands them back in its own. */
function canonical(of: unknown): string {
  return JSON.stringify(of, (_key, each: unknown) =>
    typeof each === "object" && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
