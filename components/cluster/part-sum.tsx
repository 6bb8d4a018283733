import type { ClusterView } from "#/lib/contract/clusters.ts";
import { paths } from "../layout/paths.ts";
import { NumberLink } from "../verdict/number-link.tsx";

/** "workflows 11 + deploy-pipeline 8 + scripts 5 = 24", each number of a part a list. */
export function PartSum({ slug, cluster }: { slug: string; cluster: ClusterView }) {
  if (cluster.parts.length === 0) return null;
  // What a person moved here is in no part.
  const rest = cluster.tally.gap - cluster.parts.reduce((sum, part) => sum + part.gaps, 0);
  const gaps = { measure: cluster.measure, verdict: ["gap" as const], cluster: [cluster.key] };
  return (
    <p className="text-sm">
      {cluster.parts.map((part, index) => (
        <span key={part.key}>
          {index === 0 ? null : <span className="text-muted"> + </span>}
          {part.name}{" "}
          <NumberLink
            href={paths.gaps(slug, { ...gaps, part: part.key })}
            label={`gaps in ${part.name}`}
            className="font-semibold"
          >
            {part.gaps}
          </NumberLink>
        </span>
      ))}
      {rest === 0 ? null : (
        <>
          <span className="text-muted"> + </span>in no part{" "}
          <span className="font-semibold">{rest}</span>
        </>
      )}
      {cluster.parts.length === 1 && rest === 0 ? null : (
        <>
          <span className="text-muted"> = </span>
          <NumberLink
            href={paths.gaps(slug, gaps)}
            label={`gaps in ${cluster.name}`}
            className="font-semibold"
          >
            {cluster.tally.gap}
          </NumberLink>
        </>
      )}
    </p>
  );
}
