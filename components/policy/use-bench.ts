"use client";

import { useMutation } from "@tanstack/react-query";
import type { BenchInput, BenchView } from "#/lib/contract/policy.ts";
import { request } from "../api/request.ts";

/** What one pull request counts as under some rules; asked when a person asks. */
export const useBench = (slug: string) =>
  useMutation({
    mutationFn: (body: BenchInput) =>
      request<BenchView>(`/programs/${encodeURIComponent(slug)}/policy/bench`, {
        method: "POST",
        body,
      }),
  });
