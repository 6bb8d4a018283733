"use client";

import { skipToken, useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { MergedFilter } from "#/lib/contract/merged.ts";
import { queryKeys } from "../api/query-keys.ts";
import { JudgingLine } from "../decide/judging-line.tsx";
import { paths } from "../layout/paths.ts";
import { useLinks } from "../link/use-links.ts";
import { useMerged } from "../merged/use-merged.ts";

type Fix = { readonly alias: string; readonly number: number };

/** When somebody decided something since this page was opened; null while nobody did. */
function useDecidedHere(slug: string): number | null {
  const [opened] = useState(() => Date.now());
  const { data = null } = useQuery<number | null>({
    queryKey: queryKeys.decidedAt(slug),
    queryFn: skipToken,
    initialData: null,
  });
  return data !== null && data >= opened ? data : null;
}

const excluded = ({ alias, number }: Fix) =>
  MergedFilter.parse({ counts: "excluded", repo: alias, q: `#${number}` });
const NO_FIX: Fix = { alias: "", number: 0 };

/** What tells that a decision was judged by: of a fix the list that it may have gone to, else the links. */
function useJudged(slug: string, fix: Fix | null, asks: boolean) {
  const merged = useMerged(slug, excluded(fix ?? NO_FIX), asks && fix !== null);
  const links = useLinks(slug, 1, asks && fix === null);
  const { data, dataUpdatedAt, isError } = fix === null ? links : merged;
  const gone = merged.data?.rows.some(
    (row) => row.alias === fix?.alias && row.number === fix.number && row.item === null,
  );
  return { judging: data?.judging, dataUpdatedAt, isError, gone: gone === true };
}

/** Waits after a decision until it is judged by, then reads the page again, or says where its subject went. */
export function ItemJudging({
  slug,
  fix,
  waits,
}: {
  slug: string;
  /** Null for what is no merged change. */
  fix: Fix | null;
  waits: boolean;
}) {
  const router = useRouter();
  const decidedAt = useDecidedHere(slug);
  const asks = waits || decidedAt !== null;
  const { judging, dataUpdatedAt, isError, ...found } = useJudged(slug, fix, asks);
  const fresh = judging !== undefined && dataUpdatedAt >= (decidedAt ?? 0);
  const judged = asks && fresh && !judging;
  const gone = judged && found.gone;

  useEffect(() => {
    if (judged && !gone) router.refresh();
  }, [judged, gone, router]);

  if (gone && fix !== null) {
    return (
      <p role="status" className="mt-2 text-sm">
        It left the program’s scope, and this page with it.{" "}
        <Link href={paths.merged(slug, excluded(fix))} prefetch={false} className="figure-link">
          See it among the excluded ones
        </Link>
        , where it can be brought back.
      </p>
    );
  }
  return (
    <div className="mt-2 has-[>p:empty]:mt-0">
      <JudgingLine judging={asks && !judged && !isError} />
    </div>
  );
}
