import { cutClusters } from "#/lib/coverage/cluster/cut-clusters.ts";
import { groupsOf } from "#/lib/coverage/cluster/groups-of.ts";
import { permille } from "#/lib/coverage/permille.ts";
import type { AuditDocument, AuditItem } from "#/lib/report/audit-document.ts";
import type { JudgedClone } from "./judge-clone.ts";
import type { LoadedPolicy } from "./load-policy.ts";

type Facts = Pick<JudgedClone, "judged"> & {
  readonly repository: string;
  readonly policy: LoadedPolicy;
};

/** The items with the cluster of each gap, and the clusters at the policy's rung, most gaps first. */
export function clustered(
  { judged, repository: name, policy }: Facts,
  items: readonly AuditItem[],
): Pick<AuditDocument, "items" | "clusters"> {
  const repository = name.replace(/^.*\//, "");
  const fixes = items.flatMap((item, index) => {
    const each = judged[index];
    return each && item.isFix !== false ? [{ item, ...each }] : [];
  });
  const found = fixes.map(({ item: { number, title }, pullRequest: { files, mergedAt } }) => ({
    key: String(number),
    repository,
    number,
    title,
    paths: files.known ? files.value.map(({ path }) => path) : null,
    enteredAt: mergedAt,
  }));
  const byKey = new Map(fixes.map((fix) => [String(fix.item.number), fix]));
  const { groups } = groupsOf({
    items: found,
    rules: policy.rules.clusters,
    suggest: policy.rules.suggestClusters,
    tracking: null,
    words: [],
  });
  const { clusters } = cutClusters({
    groups,
    items: found,
    at: (key) => {
      const { item, judgement } = byKey.get(key) ?? {};
      if (!item?.verdict || !judgement) return null;
      return { verdict: item.verdict, missed: judgement.standing.missed };
    },
  });
  const clusterOf = new Map(clusters.flatMap(({ key, gaps }) => gaps.map((gap) => [gap, key])));
  const total = items.filter(({ verdict }) => verdict === "gap").length;
  return {
    items: items.map((item) => ({ ...item, cluster: clusterOf.get(String(item.number)) ?? null })),
    clusters: clusters
      .toSorted((one, other) => other.gaps.length - one.gaps.length)
      .map(({ key, name: title, group, gaps }) => ({
        key,
        name: title,
        gaps: gaps.length,
        shareOfGaps: (permille(gaps.length, total) ?? 0) / 10,
        repositories: gaps.length > 0 ? [name] : [],
        why: group.why,
      })),
  };
}
