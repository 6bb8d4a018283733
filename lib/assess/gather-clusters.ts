import type { ClusterWord } from "#/lib/coverage/cluster/cluster-word.ts";
import { type CutCluster, cutClusters } from "#/lib/coverage/cluster/cut-clusters.ts";
import type { Tracking } from "#/lib/coverage/cluster/families-of.ts";
import { groupsOf } from "#/lib/coverage/cluster/groups-of.ts";
import { namedNumbers } from "#/lib/coverage/cluster/named-numbers.ts";
import { MEASURES, type Measure, rungOfMeasure } from "#/lib/coverage/measure.ts";
import type { PolicyRules } from "#/lib/coverage/policy.ts";
import { tallyOf } from "#/lib/coverage/tally.ts";
import type { GatheredCluster, JudgedItem } from "#/lib/store/assessment.ts";

type Fix = JudgedItem & { readonly number: number };
type Facts = {
  readonly items: readonly JudgedItem[];
  readonly rules: Pick<PolicyRules, "clusters" | "suggestClusters">;
  /** What the program is tracked in; null when it is in no issue. */
  readonly tracking: Tracking | null;
  readonly words: readonly ClusterWord[];
};

/** The clusters of the fixes at every measure: what people said before what the policy's rules say, and that before what was found. */
export function gatherClusters({ items, rules, tracking, words }: Facts): GatheredCluster[] {
  const fixes = items.filter(isFix);
  const byKey = new Map(fixes.map((item) => [item.naturalKey, item]));
  const found = fixes.map(({ naturalKey: key, alias: repository, ...item }) => ({
    ...item,
    key,
    repository,
  }));
  const { groups } = groupsOf({
    items: found,
    rules: rules.clusters,
    suggest: rules.suggestClusters,
    tracking,
    words,
  });
  const isNamed = namedBy(tracking?.texts.map(({ text }) => text) ?? []);
  return MEASURES.flatMap((measure) => {
    const at = (key: string) => judgedAt(measure, byKey.get(key));
    const { clusters } = cutClusters({ groups, items: found, at });
    return clusters
      .filter(({ items: own, group }) => own.length > 0 || group.words.length > 0)
      .map((cluster) => gathered(measure, cluster, byKey, isNamed));
  });
}

const isFix = (item: JudgedItem): item is Fix => item.population === "fix" && item.number !== null;

function judgedAt(measure: Measure, item: JudgedItem | undefined) {
  const verdict = item?.verdicts.get(measure);
  if (!item || !verdict) return null;
  return { verdict, missed: rungOfMeasure(measure) === null ? null : item.standing.missed };
}

function gathered(
  measure: Measure,
  { key, name, group, missed, items, parts, recurring }: CutCluster,
  byKey: ReadonlyMap<string, Fix>,
  isNamed: (item: Fix) => boolean,
): GatheredCluster {
  const partOf = new Map(
    group.parts.flatMap((part) => part.items.map((item) => [item, part.key] as const)),
  );
  const members = items.flatMap((item) => {
    const fix = byKey.get(item);
    const verdict = fix?.verdicts.get(measure);
    return fix && verdict ? [{ fix, verdict }] : [];
  });
  const { why, origin, topics, words, pinned, claimed, architecture } = group;
  return {
    measure,
    key,
    name,
    why,
    origin,
    missed,
    topics,
    parts: parts
      .toSorted((one, other) => other.gaps - one.gaps)
      .map((part) => ({ key: part.key, name: part.name })),
    words,
    pinned,
    claimed,
    architecture,
    recurring: group.recurringRule || recurring !== null,
    repeated: recurring ?? [],
    tally: tallyOf(members.map(({ verdict }) => verdict)),
    named: members.filter(({ fix, verdict }) => verdict === "gap" && isNamed(fix)).length,
    members: members.map(({ fix, verdict }) => ({
      naturalKey: fix.naturalKey,
      alias: fix.alias,
      part: partOf.get(fix.naturalKey) ?? null,
      named: isNamed(fix),
      isGap: verdict === "gap",
    })),
  };
}

function namedBy(texts: readonly string[]): (item: Fix) => boolean {
  const named = new Set(namedNumbers(texts).map(({ alias, number }) => `${alias ?? ""}#${number}`));
  return (item) => named.has(`#${item.number}`) || named.has(`${item.alias}#${item.number}`);
}
