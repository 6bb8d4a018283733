"use client";

import { skipToken, useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { MergedFilter } from "#/lib/contract/merged.ts";
import { queryKeys } from "../api/query-keys.ts";
import { JudgingLine } from "../decide/judging-line.tsx";
import { paths } from "../layout/paths.ts";
import { useMerged } from "../merged/use-merged.ts";

type Fix = { readonly slug: string; readonly alias: string; readonly number: number };

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

/** Waits after a decision until it is judged by, then reads the page again, or says where its subject went. */
export function ItemJudging({ waits, ...fix }: Fix & { waits: boolean }) {
  const { slug, alias, number } = fix;
  const router = useRouter();
  const decidedAt = useDecidedHere(slug);
  const asks = waits || decidedAt !== null;
  const { data, dataUpdatedAt, isError } = useMerged(slug, excluded(fix), asks);
  const fresh = data !== undefined && dataUpdatedAt >= (decidedAt ?? 0);
  const judged = asks && fresh && !data.judging;
  const gone =
    judged &&
    data.rows.some((row) => row.alias === alias && row.number === number && row.item === null);

  useEffect(() => {
    if (judged && !gone) router.refresh();
  }, [judged, gone, router]);

  if (gone) {
    return (
      <p role="status" className="mb-2 text-sm">
        It left the program’s scope, and this page with it.{" "}
        <Link href={paths.merged(slug, excluded(fix))} prefetch={false} className="figure-link">
          See it among the excluded ones
        </Link>
        , where it can be brought back.
      </p>
    );
  }
  return <JudgingLine judging={asks && !judged && !isError} />;
}
