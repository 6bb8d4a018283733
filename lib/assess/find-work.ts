import type { Gate } from "#/lib/coverage/gate/gate.ts";
import type { Place } from "#/lib/coverage/leverage/gap.ts";
import { orderWork } from "#/lib/coverage/leverage/order-work.ts";
import { piecesOf } from "#/lib/coverage/leverage/pieces-of.ts";
import type { ItemAt } from "#/lib/coverage/leverage/progress.ts";
import { MEASURES, type Measure } from "#/lib/coverage/measure.ts";
import type { PolicyRules } from "#/lib/coverage/policy.ts";
import type {
  FoundWork,
  GatheredCluster,
  JudgedItem,
  JudgedRepository,
} from "#/lib/store/assessment.ts";

type Worked = {
  readonly alias: string;
  readonly defaultBranch: string;
  readonly gates: readonly Gate[];
} & Pick<JudgedRepository, "id" | "required">;

type Facts = {
  readonly items: readonly JudgedItem[];
  readonly clusters: readonly GatheredCluster[];
  readonly repositories: readonly Worked[];
  readonly rules: Pick<PolicyRules, "acceptedKinds" | "signOffs">;
};

const NOBODY: ReadonlySet<string> = new Set();

/** The pieces of work that close gaps among the fixes, at every measure in the order of what each adds to those before it; behind them those that add nothing any more. */
export function findWork(facts: Facts): FoundWork[] {
  const fixes = facts.items.filter(({ population }) => population === "fix");
  return MEASURES.flatMap((measure) => workAt(measure, fixes, facts));
}

function workAt(measure: Measure, fixes: readonly JudgedItem[], facts: Facts): FoundWork[] {
  const items = fixes.flatMap(({ naturalKey, alias, verdicts }): ItemAt[] => {
    const verdict = verdicts.get(measure);
    return verdict ? [{ naturalKey, alias, verdict }] : [];
  });
  const { acceptedKinds, signOffs } = facts.rules;
  const takesSignature = signOffs.some((rule) => rule.for === "architecture");
  const pieces = piecesOf({
    measure,
    gaps: fixes.filter(({ verdicts }) => verdicts.get(measure) === "gap"),
    clusters: facts.clusters
      .filter((each) => each.measure === measure)
      .map(clusterOfGaps)
      .map((each) => ({ ...each, architecture: each.architecture && takesSignature })),
    places: facts.repositories.map(placeOf),
    acceptedKinds,
  });
  const { order, spare } = orderWork({ items, pieces, waived: NOBODY });
  return [...order, ...spare].map(({ piece }, ordinal) => ({ measure, ordinal, piece }));
}

function clusterOfGaps({ key, name, architecture, parts, members }: GatheredCluster) {
  const gaps = members.filter(({ isGap }) => isGap);
  const filled = new Set(gaps.map(({ part }) => part));
  return {
    key,
    name,
    architecture,
    parts: parts.filter((part) => filled.has(part.key)).map((part) => part.name),
    gaps: gaps.map(({ naturalKey }) => naturalKey),
    repositories: [...new Set(gaps.map(({ alias }) => alias))].toSorted(),
  };
}

const placeOf = ({ id, alias, defaultBranch, gates, required }: Worked): Place => ({
  id,
  alias,
  defaultBranch,
  gates,
  required,
});
