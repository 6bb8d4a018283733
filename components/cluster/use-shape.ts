"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import type { ShapeClusterInput } from "#/lib/contract/cluster-inputs.ts";
import { request } from "../api/request.ts";
import { useSingleMutation } from "../api/use-single-mutation.ts";
import { useOperator } from "../operator/operator-provider.tsx";
import { useToast } from "../ui/toaster.tsx";

/** A word on the clusters, or the number of one that is taken back. */
export type ClusterWrite = ShapeClusterInput["shape"] | { readonly takesBack: number };

/** One word on the clusters, or several that belong together; then the page is read again. */
export function useShape(slug: string, said: string, after: () => void) {
  const router = useRouter();
  const operator = useOperator();
  const tell = useToast();
  // What was written before another of them failed is not written twice.
  const written = useRef(0);
  const words = `/programs/${encodeURIComponent(slug)}/clusters/words`;
  return useSingleMutation({
    mutationFn: async (given: { writes: readonly ClusterWrite[]; reason?: string | undefined }) => {
      if (!(await operator.ready())) return false;
      const { writes, reason } = given;
      for (const write of writes.slice(written.current)) {
        const [path, body] =
          "takesBack" in write
            ? [`${words}/${write.takesBack}/take-back`, { reason }]
            : [words, { shape: write, reason }];
        await operator.write(() => request<unknown>(path, { method: "POST", body }));
        written.current += 1;
      }
      written.current = 0;
      return true;
    },
    onSuccess: (done) => {
      if (!done) return;
      tell({ title: said });
      router.refresh();
      after();
    },
    onError: () => {
      if (written.current > 0) router.refresh();
    },
  });
}
