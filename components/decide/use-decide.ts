"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { DecideFixInput, DecideTestKindInput } from "#/lib/contract/inputs.ts";
import { queryKeys } from "../api/query-keys.ts";
import { request } from "../api/request.ts";
import { useOperator } from "../operator/operator-provider.tsx";
import { useToast } from "../ui/toaster.tsx";

type Decision =
  | { readonly about: "merged/decide"; readonly body: DecideFixInput }
  | { readonly about: "test-kinds"; readonly body: DecideTestKindInput };

/** One decision about what counts; the lists that show it are read again, and again while it is being judged. */
export function useDecide(slug: string, said: string, after: () => void) {
  const client = useQueryClient();
  const operator = useOperator();
  const tell = useToast();
  return useMutation({
    mutationFn: async ({ about, body }: Decision) => {
      if (!(await operator.ready())) return false;
      const path = `/programs/${encodeURIComponent(slug)}/${about}`;
      await operator.write(() => request<unknown>(path, { method: "POST", body }));
      return true;
    },
    onSuccess: (done) => {
      if (!done) return;
      client.setQueryData(queryKeys.decidedAt(slug), Date.now());
      void client.invalidateQueries({ queryKey: queryKeys.allMerged(slug) });
      tell({ title: said });
      after();
    },
  });
}
