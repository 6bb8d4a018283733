"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { GapFilter } from "#/lib/contract/gap-filter.ts";
import type { ClaimView, GapsView } from "#/lib/contract/gaps.ts";
import { gapName } from "#/lib/format.ts";
import { queryKeys } from "../api/query-keys.ts";
import { request } from "../api/request.ts";
import { useOperator } from "../operator/operator-provider.tsx";
import { useToast } from "../ui/toaster.tsx";

export type ClaimAction = { readonly item: number; readonly verb: "claim" | "release" };
type Answer = { readonly claim: ClaimView | null };

const withClaim = (view: GapsView | undefined, item: number, claim: ClaimView | null) =>
  view && { ...view, rows: view.rows.map((row) => (row.item === item ? { ...row, claim } : row)) };

const hopedFor = (verb: ClaimAction["verb"], by: string): ClaimView | null => {
  if (verb === "release") return null;
  const now = new Date().toISOString();
  return { by, byKind: "person", grantedAt: now, expiresAt: now, mine: true };
};

/** Claims and releases rows of a list: shown at once, taken back with the winner's name when lost. */
export function useClaim(slug: string, filter: GapFilter): (action: ClaimAction) => void {
  const client = useQueryClient();
  const operator = useOperator();
  const say = useToast();
  const key = queryKeys.gaps(slug, filter);
  const mutation = useMutation({
    mutationFn: ({ item, verb }: ClaimAction) =>
      operator.write(() => request<Answer>(`/gaps/${item}/${verb}`, { method: "POST" })),
    onMutate: async ({ item, verb }) => {
      await client.cancelQueries({ queryKey: key });
      const before = client.getQueryData<GapsView>(key);
      const was = before?.rows.find((row) => row.item === item)?.claim ?? null;
      client.setQueryData<GapsView>(
        key,
        withClaim(before, item, hopedFor(verb, operator.name ?? "You")),
      );
      return { was };
    },
    onSuccess: ({ claim }, { item }) => {
      client.setQueryData<GapsView>(key, (view) => withClaim(view, item, claim));
    },
    onError: (error, { item, verb }, context) => {
      client.setQueryData<GapsView>(key, (view) => withClaim(view, item, context?.was ?? null));
      say({
        title: `${gapName(item)} could not be ${verb === "claim" ? "claimed" : "released"}`,
        description: error.message,
      });
      void client.invalidateQueries({ queryKey: key });
    },
  });
  return (action) => {
    void operator.ready().then((named) => {
      if (named) mutation.mutate(action);
    });
  };
}
