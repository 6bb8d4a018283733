import type { ClusterView } from "#/lib/contract/clusters.ts";

const DREW: Record<ClusterView["origin"], { readonly text: string; readonly means: string }> = {
  rule: { text: "rule of the policy", means: "A rule of the program’s policy gathers them" },
  text: {
    text: "found in the tracking issue",
    means: "The text of the tracking issue names them together",
  },
  suggested: {
    text: "suggested",
    means:
      "Suggested from what the fixes have in common; rename, merge or split it as you know better",
  },
  person: { text: "by a person", means: "A person made this cluster" },
};

/** Who drew a cluster, and why its gaps belong together. */
export function OriginLine({ cluster }: { cluster: ClusterView }) {
  const { text, means } = DREW[cluster.origin];
  const changed = cluster.origin !== "person" && cluster.words.length > 0;
  return (
    <p className="wrap-anywhere max-w-prose text-muted text-xs">
      <span title={means} className="rounded bg-hover px-1.5 py-px text-ink">
        {text}
        {changed ? ", changed by people" : null}
      </span>{" "}
      {cluster.why}
    </p>
  );
}
