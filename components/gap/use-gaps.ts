"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type GapFilter, gapQuery } from "#/lib/contract/gap-filter.ts";
import type { GapsView } from "#/lib/contract/gaps.ts";
import { queryKeys } from "../api/query-keys.ts";
import { request } from "../api/request.ts";

/** The list behind a filter. */
export function useGaps(slug: string, filter: GapFilter) {
  return useQuery({
    queryKey: queryKeys.gaps(slug, filter),
    queryFn: () =>
      request<GapsView>(`/programs/${encodeURIComponent(slug)}/gaps${gapQuery(filter)}`),
    placeholderData: keepPreviousData,
  });
}
