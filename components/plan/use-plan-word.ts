"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Measure } from "#/lib/coverage/measure.ts";
import { useOperator } from "../operator/operator-provider.tsx";
import { useToast } from "../ui/toaster.tsx";
import { planCache, planWordKey, type SaidOfEntry } from "./plan-cache.ts";
import { sayWord } from "./say-word.ts";

const REFUSED: Record<SaidOfEntry["verb"], string> = {
  assign: "The work could not be given",
  priority: "The priority could not be set",
};

/** Says something of an entry: shown at once, taken back with the server's reason when it was refused; then the figures are read again. */
export function usePlanWord(slug: string, measure: Measure | undefined) {
  const operator = useOperator();
  const tell = useToast();
  const cache = planCache(useQueryClient(), slug, measure);
  const who = () => ({ by: operator.name ?? "You", at: new Date().toISOString() });
  const mutation = useMutation({
    mutationKey: planWordKey(slug),
    // One after the other: of two words about an entry the later one is to stand.
    scope: { id: planWordKey(slug).join(" ") },
    mutationFn: (said: SaidOfEntry) => operator.write(() => sayWord(slug, said)),
    onMutate: (said) => ({ before: cache.hope(said, who()) }),
    onError: (error, said, context) => {
      cache.restore(context?.before);
      tell({ title: REFUSED[said.verb], description: error.message });
    },
    onSettled: cache.reread,
  });
  return (said: SaidOfEntry) => {
    void operator.ready().then((named) => {
      if (named) mutation.mutate(said);
    });
  };
}
