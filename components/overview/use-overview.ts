"use client";

import { useQuery } from "@tanstack/react-query";
import type { OverviewView } from "#/lib/contract/overview.ts";
import type { Measure } from "#/lib/coverage/measure.ts";
import { queryKeys } from "../api/query-keys.ts";
import { request } from "../api/request.ts";

const UNTIL_AUDITED_MS = 5000;

/** A repository that is being read for the first time gets its figures without anybody asking. */
const awaitsAudit = (view: OverviewView | undefined) =>
  view?.repositories.some((row) => row.syncEnabled && row.audit === null) === true;

/** The overview at one measure; absent means the policy's. */
export function useOverview(slug: string, measure: Measure | undefined) {
  const query = measure === undefined ? "" : `?measure=${encodeURIComponent(measure)}`;
  return useQuery({
    queryKey: queryKeys.overview(slug, measure),
    queryFn: () => request<OverviewView>(`/programs/${encodeURIComponent(slug)}/overview${query}`),
    refetchInterval: ({ state }) => (awaitsAudit(state.data) ? UNTIL_AUDITED_MS : false),
  });
}
