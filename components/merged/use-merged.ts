"use client";

import { useQuery } from "@tanstack/react-query";
import { type MergedFilter, type MergedView, mergedQuery } from "#/lib/contract/merged.ts";
import { queryKeys } from "../api/query-keys.ts";
import { request } from "../api/request.ts";

const WHILE_JUDGING_MS = 2000;

/** The list behind a filter; asks again only while a decision waits to be judged by. */
export function useMerged(slug: string, filter: MergedFilter, enabled = true) {
  return useQuery({
    queryKey: queryKeys.merged(slug, filter),
    queryFn: () =>
      request<MergedView>(`/programs/${encodeURIComponent(slug)}/merged${mergedQuery(filter)}`),
    enabled,
    refetchInterval: ({ state: { data } }) => (data?.judging ? WHILE_JUDGING_MS : false),
  });
}
