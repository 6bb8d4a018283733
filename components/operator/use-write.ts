"use client";

import { useRouter } from "next/navigation";
import { request } from "../api/request.ts";
import { useSingleMutation } from "../api/use-single-mutation.ts";
import { useToast } from "../ui/toaster.tsx";
import { useOperator } from "./operator-provider.tsx";

type Write = {
  readonly path: string;
  readonly method: "POST" | "PUT" | "PATCH" | "DELETE";
  readonly body?: unknown;
};

/** One write in the operator's name; what was done is said, and the page is read again. */
export function useWrite(said: string, after?: () => void) {
  const router = useRouter();
  const operator = useOperator();
  const tell = useToast();
  return useSingleMutation({
    mutationFn: async ({ path, method, body }: Write) => {
      if (!(await operator.ready())) return false;
      await operator.write(() => request<unknown>(path, { method, body }));
      return true;
    },
    onSuccess: (done) => {
      if (!done) return;
      tell({ title: said });
      after?.();
      router.refresh();
    },
  });
}
