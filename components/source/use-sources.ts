"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { SourcesView } from "#/lib/contract/sources.ts";
import { queryKeys } from "../api/query-keys.ts";
import { request } from "../api/request.ts";

const WHILE_SYNCING_MS = 2000;
/** How long a sync that was asked for may take to start. */
const UNTIL_STARTED_MS = 10_000;

/** Every source and how its sync stands; asks again only while something is under way or about to be. */
export function useSources() {
  const client = useQueryClient();
  return useQuery({
    queryKey: queryKeys.sources(),
    queryFn: () => request<SourcesView>("/sources"),
    refetchInterval: ({ state }) => {
      const askedAt = client.getQueryData<number>(queryKeys.syncAskedAt()) ?? 0;
      const starting = Date.now() - askedAt < UNTIL_STARTED_MS;
      return state.data?.syncing === true || starting ? WHILE_SYNCING_MS : false;
    },
  });
}
