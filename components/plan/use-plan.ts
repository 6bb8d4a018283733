"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { gapQuery } from "#/lib/contract/gap-filter.ts";
import type { PlanView } from "#/lib/contract/plan.ts";
import type { Measure } from "#/lib/coverage/measure.ts";
import { queryKeys } from "../api/query-keys.ts";
import { request } from "../api/request.ts";

/** The plan at a measure, its policy's unless asked. */
export function usePlan(slug: string, measure: Measure | undefined) {
  const query = measure === undefined ? "" : gapQuery({ measure });
  return useQuery({
    queryKey: queryKeys.plan(slug, measure),
    queryFn: () => request<PlanView>(`/programs/${encodeURIComponent(slug)}/plan${query}`),
    placeholderData: keepPreviousData,
  });
}
