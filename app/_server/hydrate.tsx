import "server-only";
import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";

/** Hands what the page has read to the query of the same key, newer data over older. */
export function Hydrate({
  queryKey,
  data,
  children,
}: {
  queryKey: readonly unknown[];
  data: unknown;
  children: ReactNode;
}) {
  const client = new QueryClient();
  client.setQueryData(queryKey, data);
  return <HydrationBoundary state={dehydrate(client)}>{children}</HydrationBoundary>;
}
