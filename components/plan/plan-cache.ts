import type { QueryClient } from "@tanstack/react-query";
import type { PlanView } from "#/lib/contract/plan.ts";
import { applyWord, type Said } from "./apply-word.ts";

type Who = { readonly by: string; readonly at: string };

/** What of a plan in the cache changes while a word is on its way, when it was heard and when it was refused. */
export const planCache = (client: QueryClient, key: readonly unknown[]) => ({
  /** The order by hand that the next one is made from. */
  ordered: () => client.getQueryData<PlanView>(key)?.ordered?.word ?? null,
  hope: (said: Said, { by, at }: Who) => {
    // An answer that is under way was given before the word.
    void client.cancelQueries({ queryKey: key });
    const before = client.getQueryData<PlanView>(key);
    client.setQueryData<PlanView>(key, (view) => view && applyWord(view, said, by, at));
    return before;
  },
  heard: (said: Said, word: number, who: Who) => {
    if (said.verb !== "order") return;
    const ordered = said.value === null ? null : { word, ...who };
    client.setQueryData<PlanView>(key, (view) => view && { ...view, ordered });
  },
  restore: (before: PlanView | undefined) => {
    if (before) client.setQueryData<PlanView>(key, before);
  },
});
