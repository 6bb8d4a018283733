import Link from "next/link";
import type { ClusterView } from "#/lib/contract/clusters.ts";
import { count } from "#/lib/format.ts";
import { paths } from "../layout/paths.ts";
import { sayRepeated } from "./say-repeated.ts";

const FILES_SHOWN = 3;

type Repeated = ClusterView["repeated"][number];

function Line({
  slug,
  cluster,
  repeated,
}: {
  slug: string;
  cluster: ClusterView;
  repeated: Repeated;
}) {
  const { file, folder, times, shown, more } = sayRepeated(repeated);
  return (
    <li className="wrap-anywhere">
      <code className="font-mono text-ink">{file}</code>
      {folder === null ? null : (
        <>
          {" in "}
          <code className="font-mono">{folder}</code>
        </>
      )}{" "}
      fixed {count(times, "time")}:{" "}
      {shown.map((number) => (
        <Link
          key={number}
          href={paths.gaps(slug, {
            measure: cluster.measure,
            cluster: [cluster.key],
            q: `#${number}`,
          })}
          prefetch={false}
          className="figure-link mr-1 inline-flex min-h-6 min-w-6 items-center"
        >
          #{number}
        </Link>
      ))}
      {more > 0 ? `and ${more} more` : null}
    </li>
  );
}

/** Files that the gaps of a cluster repaired again and again, the most often first. */
export function RepeatedFiles({ slug, cluster }: { slug: string; cluster: ClusterView }) {
  const first = cluster.repeated.slice(0, FILES_SHOWN);
  const rest = cluster.repeated.slice(FILES_SHOWN);
  if (first.length === 0) return null;
  const lines = (files: readonly Repeated[]) => (
    <ul className="text-muted text-xs">
      {files.map((repeated) => (
        <Line
          key={`${repeated.path} ${repeated.numbers.join()}`}
          slug={slug}
          cluster={cluster}
          repeated={repeated}
        />
      ))}
    </ul>
  );
  return (
    <div>
      {lines(first)}
      {rest.length === 0 ? null : (
        <details className="text-xs">
          <summary className="min-h-6 w-fit rounded text-muted hover:text-ink">
            {count(rest.length, "more file")} fixed again and again
          </summary>
          {lines(rest)}
        </details>
      )}
    </div>
  );
}
