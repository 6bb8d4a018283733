"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { TrialView } from "#/lib/contract/policy.ts";
import type { PolicyRules } from "#/lib/coverage/policy.ts";
import { queryKeys } from "../api/query-keys.ts";
import { request } from "../api/request.ts";
import { useOperator } from "../operator/operator-provider.tsx";

const ASK_EVERY_MS = 1000;

/** Rules that are tried: asking for it, its answer once there is one, and letting it go. */
export function useTrial(slug: string) {
  const operator = useOperator();
  const [id, setId] = useState<number | null>(null);
  const path = `/programs/${encodeURIComponent(slug)}/policy/trials`;
  const ask = useMutation({
    mutationFn: async (rules: PolicyRules) => {
      if (!(await operator.ready())) return null;
      return operator.write(() =>
        request<{ trial: number }>(path, { method: "POST", body: { rules } }),
      );
    },
    onSuccess: (asked) => {
      if (asked !== null) setId(asked.trial);
    },
  });
  const answer = useQuery({
    queryKey: queryKeys.policyTrial(slug, id ?? 0),
    queryFn: () => request<TrialView>(`${path}/${id ?? 0}`),
    enabled: id !== null,
    refetchInterval: ({ state: { data } }) =>
      data === undefined || data.state === "waiting" ? ASK_EVERY_MS : false,
  });
  const trial = id === null ? undefined : answer.data;
  return {
    trial,
    isTrying: ask.isPending || (id !== null && (trial === undefined || trial.state === "waiting")),
    error: ask.error ?? (id === null ? null : answer.error),
    ask: (rules: PolicyRules) => ask.mutate(rules),
    discard: () => {
      ask.reset();
      setId(null);
    },
  };
}
