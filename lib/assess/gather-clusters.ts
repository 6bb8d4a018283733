import { clusterByRules } from "#/lib/coverage/cluster/cluster-by-rules.ts";
import { namedNumbers } from "#/lib/coverage/cluster/named-numbers.ts";
import { MEASURES } from "#/lib/coverage/measure.ts";
import type { ClusterRule } from "#/lib/coverage/policy.ts";
import { tallyOf } from "#/lib/coverage/tally.ts";
import type { VerdictKind } from "#/lib/coverage/verdict.ts";
import type { GatheredCluster, JudgedItem } from "#/lib/store/assessment.ts";

/** The clusters of the fixes at every measure, by the program's own rules; a cluster without a gap is kept, so that it can be seen to be closed. */
export function gatherClusters(input: {
  items: readonly JudgedItem[];
  rules: readonly ClusterRule[];
  trackingComments: readonly string[];
}): GatheredCluster[] {
  const fixes = input.items.filter((item) => item.population === "fix");
  const byKey = new Map(fixes.map((item) => [item.naturalKey, item]));
  const isNamed = namedBy(input.trackingComments);
  const { clusters } = clusterByRules({
    items: fixes.map((item) => ({ key: item.naturalKey, repository: item.alias, ...item })),
    rules: input.rules,
  });
  const ruleOf = new Map(input.rules.map((rule) => [rule.key, rule]));
  return MEASURES.flatMap((measure) =>
    clusters.flatMap((cluster): GatheredCluster[] => {
      const rule = ruleOf.get(cluster.key);
      const partOf = new Map(
        cluster.parts.flatMap((part) => part.items.map((key) => [key, part.key] as const)),
      );
      const members = cluster.items.flatMap((key) => {
        const item = byKey.get(key);
        const verdict = item?.verdicts.get(measure);
        return item && verdict
          ? [{ item, verdict, part: partOf.get(key) ?? null, named: isNamed(item) }]
          : [];
      });
      if (!rule || members.length === 0) return [];
      return [
        {
          measure,
          rule,
          tally: tallyOf(members.map((member): VerdictKind => member.verdict)),
          named: members.filter((member) => member.named && member.verdict === "gap").length,
          members: members.map(({ item, part, named }) => ({
            naturalKey: item.naturalKey,
            part,
            named,
          })),
        },
      ];
    }),
  );
}

function namedBy(texts: readonly string[]): (item: JudgedItem) => boolean {
  const named = new Set(namedNumbers(texts).map(({ alias, number }) => `${alias ?? ""}#${number}`));
  return (item) => named.has(`#${item.number}`) || named.has(`${item.alias}#${item.number}`);
}
