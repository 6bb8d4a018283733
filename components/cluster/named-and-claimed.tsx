import { TriangleAlert } from "lucide-react";
import type { ClusterView } from "#/lib/contract/clusters.ts";

/** How what was found compares with what the program's own text says. */
export function NamedAndClaimed({ cluster }: { cluster: ClusterView }) {
  const { claimed, named, tally } = cluster;
  const differs = claimed !== null && (claimed !== tally.gap || claimed !== named);
  if (named === 0 && claimed === null) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-3 text-muted text-xs">
      <span title="Gaps whose number occurs in the tracking issue">
        {named} named, {Math.max(0, tally.gap - named)} not
      </span>
      {differs ? (
        <span
          className="inline-flex items-center gap-1 text-ink"
          title="The program’s text claims one number and names another: check the text against the data."
        >
          <TriangleAlert aria-hidden className="size-3.5 text-testonly" />
          Data quality: {claimed} claimed, {named} named
          {claimed === tally.gap ? null : `, ${tally.gap} found at this measure`}
        </span>
      ) : null}
    </p>
  );
}
