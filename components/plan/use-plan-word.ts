"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Measure } from "#/lib/coverage/measure.ts";
import { queryKeys } from "../api/query-keys.ts";
import { request } from "../api/request.ts";
import { useOperator } from "../operator/operator-provider.tsx";
import { useToast } from "../ui/toaster.tsx";
import type { Said } from "./apply-word.ts";
import { planCache } from "./plan-cache.ts";

const REFUSED: Record<Said["verb"], string> = {
  order: "The plan could not be ordered",
  assign: "The work could not be given",
  priority: "The priority could not be set",
};

const saying = (slug: string, said: Said) =>
  request<{ word: number }>(`/programs/${encodeURIComponent(slug)}/plan/words`, {
    method: "POST",
    body: { said },
  });

/** Says something of the plan: shown at once, taken back with the server's reason when it was refused; then the figures are read again. */
export function usePlanWord(slug: string, measure: Measure | undefined): (said: Said) => void {
  const client = useQueryClient();
  const operator = useOperator();
  const tell = useToast();
  const cache = planCache(client, queryKeys.plan(slug, measure));
  const mutationKey = ["plan-word", slug];
  const who = () => ({ by: operator.name ?? "You", at: new Date().toISOString() });
  const mutation = useMutation({
    mutationKey,
    // One after the other: an order is made from the one that was said before it.
    scope: { id: mutationKey.join(" ") },
    mutationFn: (said: Said) => {
      const made = said.verb === "order" ? { ...said, instead: cache.ordered() } : said;
      return operator.write(() => saying(slug, made));
    },
    onMutate: (said) => ({ before: cache.hope(said, who()) }),
    onSuccess: ({ word }, said) => cache.heard(said, word, who()),
    onError: (error, said, context) => {
      cache.restore(context?.before);
      tell({ title: REFUSED[said.verb], description: error.message });
    },
    onSettled: () => {
      // The last of several that were said in a row has the figures read.
      if (client.isMutating({ mutationKey }) <= 1)
        return client.invalidateQueries({ queryKey: queryKeys.allPlans(slug) });
    },
  });
  return (said) => {
    void operator.ready().then((named) => {
      if (named) mutation.mutate(said);
    });
  };
}
