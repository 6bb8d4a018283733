"use client";

import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { ClustersView } from "#/lib/contract/clusters.ts";
import type { Measure } from "#/lib/coverage/measure.ts";
import { request } from "../api/request.ts";

const WHILE_JUDGING_MS = 2000;

/** The clusters once the words that are waited for are judged by, and when that was read; undefined before. */
export function useClusterJudged(slug: string, measure: Measure, waits: boolean) {
  const place = useId();
  // An answer from before this waiting began would end it at once.
  const [began, setBegan] = useState({ waits, round: 0 });
  if (began.waits !== waits) setBegan({ waits, round: began.round + 1 });
  const query = new URLSearchParams({ measure });
  const { data, dataUpdatedAt } = useQuery({
    queryKey: ["clusters", slug, measure, place, began.round],
    queryFn: () => request<ClustersView>(`/programs/${encodeURIComponent(slug)}/clusters?${query}`),
    enabled: waits,
    gcTime: 0,
    refetchInterval: WHILE_JUDGING_MS,
  });
  return waits && data?.judging === false ? { ...data, at: dataUpdatedAt } : undefined;
}
