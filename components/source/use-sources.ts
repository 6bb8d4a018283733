"use client";

import { useIsFetching, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import type { SourcesView } from "#/lib/contract/sources.ts";
import { queryKeys } from "../api/query-keys.ts";
import { request } from "../api/request.ts";
import { syncEvents } from "./browser-sync-events.ts";
import { NOTHING_TOLD } from "./sync-events.ts";

const UNTOLD_MS = 3000;

/** How much was heard when it was asked last, and when: one for the page, so that nobody asks beside another. */
const asked = { heard: 0, at: 0 };

/** Every source and how its sync stands; asks again when something changed, but not more often than so. */
export function useSources({ everyMs }: { everyMs: number }) {
  const client = useQueryClient();
  const { live, heard } = useSyncExternalStore(
    syncEvents.subscribe,
    syncEvents.told,
    () => NOTHING_TOLD,
  );
  const isAsking = useIsFetching({ queryKey: queryKeys.sources() }) > 0;
  useEffect(() => {
    // An answer that is under way may be older than the change.
    if (heard === asked.heard || isAsking) return;
    const due = setTimeout(
      () => {
        if (heard === asked.heard) return;
        asked.heard = heard;
        asked.at = Date.now();
        void client.invalidateQueries({ queryKey: queryKeys.sources() });
      },
      Math.max(0, asked.at + everyMs - Date.now()),
    );
    return () => clearTimeout(due);
  }, [heard, isAsking, everyMs, client]);
  return useQuery({
    queryKey: queryKeys.sources(),
    queryFn: () => request<SourcesView>("/sources"),
    refetchInterval: live ? false : UNTOLD_MS,
  });
}
