import Link from "next/link";
import type { ClusterView } from "#/lib/contract/clusters.ts";
import { count } from "#/lib/format.ts";
import { paths } from "../layout/paths.ts";
import { TallyBar } from "../verdict/tally-bar.tsx";
import { ChoiceBox } from "./choice.tsx";
import { ClusterActions } from "./cluster-actions.tsx";
import { ClusterFacts } from "./cluster-facts.tsx";
import { ClusterGaps } from "./cluster-gaps.tsx";
import { sayShare } from "./say-share.ts";

function Title({ slug, cluster }: { slug: string; cluster: ClusterView }) {
  return (
    <>
      <h2 className="wrap-anywhere font-semibold text-[0.9375rem]">
        <Link
          href={paths.cluster(slug, cluster.key, cluster.measure)}
          prefetch={false}
          className="scroll-mt-10 hover:underline"
        >
          {cluster.name}
        </Link>
      </h2>
      <p className="text-muted text-sm">
        {cluster.tally.gap === 0
          ? "No gap left"
          : `${count(cluster.tally.gap, "gap")}, ${sayShare(cluster)}`}
      </p>
    </>
  );
}

function Covered({ cluster: { tally } }: { cluster: ClusterView }) {
  return (
    <>
      <TallyBar tally={tally} />
      <p className="mt-1 text-muted text-xs">
        {tally.covered} of {count(tally.inScope, "fix", "fixes")} covered
        {tally.unknown === 0 ? null : `, ${tally.unknown} unknown`}
      </p>
    </>
  );
}

/** One cluster of the list. */
export function ClusterLine({
  slug,
  cluster,
  archived,
}: {
  slug: string;
  cluster: ClusterView;
  archived: boolean;
}) {
  return (
    <li
      data-choice-row
      className="grid grid-cols-[3rem_minmax(0,1fr)] gap-x-4 py-4 focus-within:bg-sunken lg:grid-cols-[3.5rem_minmax(0,1fr)_13rem]"
    >
      <div className="flex flex-col items-end gap-1.5">
        <ClusterGaps
          slug={slug}
          cluster={cluster}
          className="font-semibold text-3xl tracking-tight"
        />
        {archived ? null : <ChoiceBox choiceKey={cluster.key} label={`Choose ${cluster.name}`} />}
      </div>
      <div className="flex min-w-0 flex-col gap-1">
        <Title slug={slug} cluster={cluster} />
        <ClusterFacts slug={slug} cluster={cluster} />
      </div>
      <div className="col-start-2 flex flex-col gap-3 pt-2 lg:col-start-3">
        <div>
          <Covered cluster={cluster} />
        </div>
        {archived ? null : <ClusterActions slug={slug} cluster={namedOf(cluster)} />}
      </div>
    </li>
  );
}

/** What a browser needs to know of it. */
const namedOf = ({ key, name, pinned, architecture }: ClusterView) => ({
  key,
  name,
  pinned,
  architecture,
});
