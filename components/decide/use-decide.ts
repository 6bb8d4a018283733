"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import type {
  DecideFixInput,
  DecideLinkInput,
  DecideTestKindInput,
  DeclareGapInput,
  EditDeclaredGapInput,
  RecordGuardInput,
} from "#/lib/contract/inputs.ts";
import { queryKeys } from "../api/query-keys.ts";
import { request } from "../api/request.ts";
import { useSingleMutation } from "../api/use-single-mutation.ts";
import { useOperator } from "../operator/operator-provider.tsx";
import { useToast } from "../ui/toaster.tsx";

export type Decision =
  | { readonly about: "merged/decide"; readonly body: DecideFixInput }
  | { readonly about: "test-kinds"; readonly body: DecideTestKindInput }
  | { readonly about: "links/decide"; readonly body: DecideLinkInput }
  | { readonly about: "guard"; readonly item: number; readonly body: RecordGuardInput }
  | { readonly about: "declared"; readonly id?: undefined; readonly body: DeclareGapInput }
  | { readonly about: "declared"; readonly id: number; readonly body: EditDeclaredGapInput };

function callOf(slug: string, decision: Decision) {
  const { about, body } = decision;
  if (about === "guard")
    return { path: `/gaps/${decision.item}/guard`, method: "POST", body } as const;
  const path = `/programs/${encodeURIComponent(slug)}/${about}`;
  return about === "declared" && decision.id !== undefined
    ? ({ path: `${path}/${decision.id}`, method: "PATCH", body } as const)
    : ({ path, method: "POST", body } as const);
}

/** One decision about what counts, or several that belong together; the lists that show it are read again, and again while it is being judged. */
export function useDecide(slug: string, said: string, after: () => void) {
  const client = useQueryClient();
  const operator = useOperator();
  const tell = useToast();
  // What was written before another of them failed is not written twice.
  const written = useRef(0);
  return useSingleMutation({
    mutationFn: async (given: Decision | readonly Decision[]) => {
      if (!(await operator.ready())) return false;
      for (const decision of [given].flat().slice(written.current)) {
        const { path, ...call } = callOf(slug, decision);
        await operator.write(() => request<unknown>(path, call));
        written.current += 1;
      }
      written.current = 0;
      return true;
    },
    onSuccess: (done) => {
      if (!done) return;
      client.setQueryData(queryKeys.decidedAt(slug), Date.now());
      void client.invalidateQueries({ queryKey: queryKeys.allMerged(slug) });
      void client.invalidateQueries({ queryKey: queryKeys.allLinks(slug) });
      tell({ title: said });
      after();
    },
  });
}
