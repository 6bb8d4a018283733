"use client";

import { skipToken, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import type { PlanView } from "#/lib/contract/plan.ts";
import type { Measure } from "#/lib/coverage/measure.ts";
import { useOperator } from "../operator/operator-provider.tsx";
import { useToast } from "../ui/toaster.tsx";
import { applyWord } from "./apply-word.ts";
import { giveOrder, hearOrder, newestOrder, type Order, type OrderQueue } from "./order-queue.ts";
import { planCache, planWordKey } from "./plan-cache.ts";
import { sayWord } from "./say-word.ts";

/** An order made from the plan as it is shown at that moment; undefined changes nothing. */
export type MakeOrder = (view: PlanView) => Order | undefined;

/** The plan with the newest order before it is heard; who gave it is said once it is. */
function showOrder(view: PlanView, queue: OrderQueue | null): PlanView {
  const value = newestOrder(queue);
  return value === undefined ? view : applyWord(view, { verb: "order", value }, "", "");
}

/** The orders that were not heard yet: no answer of the server, and kept when the screen is left. */
function useQueue(slug: string) {
  const client = useQueryClient();
  const queryKey = ["plan-orders", slug];
  const { data } = useQuery<OrderQueue | null>({ queryKey, queryFn: skipToken, initialData: null });
  return {
    shown: data ?? null,
    read: () => client.getQueryData<OrderQueue | null>(queryKey) ?? null,
    keep: (queue: OrderQueue | null) => client.setQueryData(queryKey, queue),
  };
}

function useSending(
  slug: string,
  cache: ReturnType<typeof planCache>,
  { read, keep }: ReturnType<typeof useQueue>,
) {
  const operator = useOperator();
  const tell = useToast();
  const mutation = useMutation({
    mutationKey: planWordKey(slug),
    mutationFn: (sent: OrderQueue["sent"]) => operator.write(() => sayWord(slug, sent)),
    onSuccess: ({ word }, { value }) => {
      cache.heard(value, word, { by: operator.name ?? "You", at: new Date().toISOString() });
      const before = read();
      const next = before && hearOrder(before, word);
      keep(next);
      if (next) mutation.mutate(next.sent);
    },
    onError: (error) => {
      // What was given since was made from the order that is refused.
      keep(null);
      tell({ title: "The plan could not be ordered", description: error.message });
    },
    onSettled: cache.reread,
  });
  return mutation.mutate;
}

/** Orders the plan: shown at once; one order is sent at a time, and what is given meanwhile goes out as one. A refusal takes all back to the last that was heard. */
export function useOrders(slug: string, measure: Measure | undefined, view: PlanView | undefined) {
  const operator = useOperator();
  const cache = planCache(useQueryClient(), slug, measure);
  const queue = useQueue(slug);
  const send = useSending(slug, cache, queue);
  // Until there is a name; whoever asks for it twice is answered once.
  const waiting = useRef<MakeOrder[]>([]);
  const give = (make: MakeOrder) => {
    const now = cache.read() ?? view;
    if (now === undefined) return;
    const before = queue.read();
    const value = make(showOrder(now, before));
    if (value === undefined) return;
    const after = giveOrder(before, value, now.ordered?.word ?? null);
    queue.keep(after);
    if (before === null) send(after.sent);
  };
  const order = (make: MakeOrder) => {
    waiting.current.push(make);
    void operator.ready().then((named) => {
      const made = waiting.current.splice(0);
      if (named) made.forEach(give);
    });
  };
  return { shown: view && showOrder(view, queue.shown), order };
}
