"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { WouldRunView } from "#/lib/contract/gate.ts";
import { queryKeys } from "../api/query-keys.ts";
import { request } from "../api/request.ts";

/** Whether a gate runs for these files; asks nothing while there are none. */
export function useWouldRun(slug: string, gate: number, files: readonly string[]) {
  return useQuery({
    queryKey: queryKeys.wouldRun(slug, gate, files),
    queryFn: () =>
      request<WouldRunView>(`/programs/${encodeURIComponent(slug)}/gates/${gate}/would-run`, {
        method: "POST",
        body: { files },
      }),
    enabled: files.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
  });
}
