"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import type { PolicyView } from "#/lib/contract/policy.ts";
import { queryKeys } from "../api/query-keys.ts";
import { request } from "../api/request.ts";
import { JudgingLine } from "../decide/judging-line.tsx";

const ASK_EVERY_MS = 1000;

/** Waits until everything is judged by the policy in force, then reads the page again. */
export function PolicyJudging({ slug, judging }: { slug: string; judging: boolean }) {
  const router = useRouter();
  const { data } = useQuery({
    queryKey: queryKeys.policyJudging(slug),
    queryFn: () => request<PolicyView>(`/programs/${encodeURIComponent(slug)}/policy`),
    select: (view) => view.program.judging,
    enabled: judging,
    refetchInterval: ASK_EVERY_MS,
    gcTime: 0,
  });
  const judged = judging && data === false;
  useEffect(() => {
    if (judged) router.refresh();
  }, [judged, router]);
  return <JudgingLine judging={judging} />;
}
