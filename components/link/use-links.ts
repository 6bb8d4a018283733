"use client";

import { useQuery } from "@tanstack/react-query";
import type { LinksView } from "#/lib/contract/links.ts";
import { queryKeys } from "../api/query-keys.ts";
import { request } from "../api/request.ts";

const WHILE_JUDGING_MS = 2000;

/** A page of the links that wait for a person; asks again only while a decision waits to be judged by. */
export function useLinks(slug: string, page: number, enabled = true) {
  return useQuery({
    queryKey: queryKeys.links(slug, page),
    queryFn: () => request<LinksView>(`/programs/${encodeURIComponent(slug)}/links?page=${page}`),
    enabled,
    refetchInterval: ({ state: { data } }) => (data?.judging ? WHILE_JUDGING_MS : false),
  });
}
