import type { QueryClient } from "@tanstack/react-query";
import type { PlanEntryView, PlanView } from "#/lib/contract/plan.ts";
import type { Measure } from "#/lib/coverage/measure.ts";
import { queryKeys } from "../api/query-keys.ts";
import { applyWord, type Said } from "./apply-word.ts";
import type { Order } from "./order-queue.ts";

type Who = { readonly by: string; readonly at: string };
export type SaidOfEntry = Exclude<Said, { verb: "order" }>;

/** Under which the words of a program are on their way. */
export const planWordKey = (slug: string) => ["plan-word", slug];

/** What of a plan in the cache changes while a word is on its way, when it was heard and when it was refused. */
export function planCache(client: QueryClient, slug: string, measure: Measure | undefined) {
  const key = queryKeys.plan(slug, measure);
  const every = { queryKey: queryKeys.allPlans(slug) };
  const change = (made: (view: PlanView) => PlanView) =>
    client.setQueryData<PlanView>(key, (view) => view && made(view));
  const read = () => client.getQueryData<PlanView>(key);
  return {
    read,
    hope: (said: SaidOfEntry, { by, at }: Who) => {
      // An answer that is under way was given before the word.
      void client.cancelQueries({ queryKey: key });
      const before = read()?.entries.find((entry) => entry.key === said.subject);
      change((view) => applyWord(view, said, by, at));
      return before;
    },
    /** Only the entry is as it was: the rest may have been heard since. */
    restore: (before: PlanEntryView | undefined) => {
      if (before === undefined) return;
      change((view) => ({
        ...view,
        entries: view.entries.map((entry) => (entry.key === before.key ? before : entry)),
      }));
    },
    /** An order is in force, at every measure. */
    heard: (value: Order, word: number, { by, at }: Who) => {
      void client.cancelQueries(every);
      const ordered = value === null ? null : { word, by, at };
      client.setQueriesData<PlanView>(
        every,
        (view) => view && { ...applyWord(view, { verb: "order", value }, by, at), ordered },
      );
    },
    /** The last of several that were said in a row has the figures read. */
    reread: () => {
      if (client.isMutating({ mutationKey: planWordKey(slug) }) <= 1)
        return client.invalidateQueries(every);
    },
  };
}
