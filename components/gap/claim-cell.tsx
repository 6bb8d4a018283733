import { Bot, UserRound } from "lucide-react";
import type { GapRow } from "#/lib/contract/gaps.ts";
import { formatInstant, gapName } from "#/lib/format.ts";
import { Button } from "../ui/button.tsx";
import type { ClaimAction } from "./use-claim.ts";

export function ClaimCell({
  row,
  timeZone,
  onClaim,
}: {
  row: Pick<GapRow, "item" | "claim" | "verdict">;
  timeZone: string;
  onClaim: (action: ClaimAction) => void;
}) {
  const { claim, item } = row;
  if (claim === null) {
    if (row.verdict !== "gap") return null;
    return (
      <Button
        size="small"
        data-claim
        onClick={() => onClaim({ item, verb: "claim" })}
        aria-label={`Claim ${gapName(item)}`}
      >
        Claim
      </Button>
    );
  }
  const Icon = claim.byKind === "person" ? UserRound : Bot;
  return (
    <span className="inline-flex items-center gap-1.5">
      <Icon aria-hidden className="size-3.5 shrink-0 text-muted" />
      <span
        className="max-w-28 truncate"
        title={`${claim.byKind}, until ${formatInstant(claim.expiresAt, timeZone)}`}
      >
        {claim.mine ? "You" : claim.by}
      </span>
      {claim.mine ? (
        <Button
          size="small"
          tone="quiet"
          data-claim
          onClick={() => onClaim({ item, verb: "release" })}
          aria-label={`Release ${gapName(item)}`}
        >
          Release
        </Button>
      ) : null}
    </span>
  );
}
