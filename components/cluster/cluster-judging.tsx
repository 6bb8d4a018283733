"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import type { Measure } from "#/lib/coverage/measure.ts";
import { JudgingLine } from "../decide/judging-line.tsx";
import { paths } from "../layout/paths.ts";
import { useClusterJudged } from "./use-cluster-judged.ts";

/** Waits, where a person said something that is not judged by yet; then reads the page again, or says where its cluster went. */
export function ClusterJudging({
  slug,
  measure,
  cluster,
  waits,
}: {
  slug: string;
  measure: Measure;
  /** The cluster that the page is about. */
  cluster?: string;
  waits: boolean;
}) {
  const router = useRouter();
  const judged = useClusterJudged(slug, measure, waits);
  const at = judged?.at;
  const gone =
    judged !== undefined &&
    cluster !== undefined &&
    !judged.clusters.some(({ key }) => key === cluster);
  useEffect(() => {
    if (at !== undefined && !gone) router.refresh();
  }, [at, gone, router]);
  // What was divided by the rung that it misses is one cluster once a person named or pinned it.
  const whole = gone
    ? judged.clusters.find(({ key }) => cluster.startsWith(`${key}--`))
    : undefined;
  const [name, href] =
    whole === undefined
      ? ["All clusters", paths.clusters(slug, measure)]
      : [whole.name, paths.cluster(slug, whole.key, measure)];
  return (
    <div className="mb-2 has-[>p:only-child:empty]:mb-0">
      <JudgingLine judging={waits && !gone} />
      {gone ? (
        <p role="alert" className="text-sm">
          This cluster is no longer there: its gaps are elsewhere now.{" "}
          <Link href={href} prefetch={false} className="figure-link">
            {name}
          </Link>
        </p>
      ) : null}
    </div>
  );
}
