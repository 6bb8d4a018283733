"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ClaimView, GapRow } from "#/lib/contract/gaps.ts";
import { formatInstant } from "#/lib/format.ts";
import { request } from "../api/request.ts";
import { useOperator } from "../operator/operator-provider.tsx";
import { Button } from "../ui/button.tsx";
import { Section } from "../ui/section.tsx";

type Verb = "claim" | "release";

function useClaimOf(row: GapRow) {
  const router = useRouter();
  const operator = useOperator();
  const [answered, setAnswered] = useState<{ of: ClaimView | null; claim: ClaimView | null }>();
  const mutation = useMutation({
    mutationFn: async (verb: Verb) => {
      if (!(await operator.ready())) return null;
      return operator.write(() =>
        request<{ claim: ClaimView | null }>(`/gaps/${row.item}/${verb}`, { method: "POST" }),
      );
    },
    onSuccess: (answer) => {
      if (answer !== null) setAnswered({ of: row.claim, claim: answer.claim });
      router.refresh();
    },
    onError: () => router.refresh(),
  });
  // What the server rendered after the answer is newer than the answer.
  const claim = answered !== undefined && answered.of === row.claim ? answered.claim : row.claim;
  return { claim, mutation };
}

/** Who works on it, and the button to take it or give it back. */
export function ClaimBox({ row, timeZone }: { row: GapRow; timeZone: string }) {
  const { claim, mutation } = useClaimOf(row);
  const act = (verb: Verb) => mutation.mutate(verb);
  return (
    <Section id="claim" title="Claim">
      <div className="flex flex-col items-start gap-2 text-sm">
        {claim === null ? (
          <p className="text-muted">Nobody has claimed it.</p>
        ) : (
          <p>
            <strong className="font-medium">{claim.mine ? "You" : claim.by}</strong>
            {claim.byKind === "person" ? null : ` (${claim.byKind})`}
            <span className="block text-muted text-xs">
              Since {formatInstant(claim.grantedAt, timeZone)}; lapses{" "}
              {formatInstant(claim.expiresAt, timeZone)}
            </span>
          </p>
        )}
        {claim === null && row.verdict !== "covered" ? (
          <Button
            tone="strong"
            className="no-print"
            disabled={mutation.isPending}
            onClick={() => act("claim")}
          >
            Claim it
          </Button>
        ) : null}
        {claim?.mine === true ? (
          <Button className="no-print" disabled={mutation.isPending} onClick={() => act("release")}>
            Release it
          </Button>
        ) : null}
        <p role="alert" className="text-danger empty:hidden">
          {mutation.error?.message}
        </p>
      </div>
    </Section>
  );
}
