import { UserRound } from "lucide-react";
import type { FixDecisionView } from "#/lib/contract/merged.ts";
import { formatDay } from "#/lib/format.ts";

/** What a person decided about a pull request, with name and reason. */
export function PersonWord({
  decision: { isFix, reason, by, byKind, at },
  timeZone,
}: {
  decision: FixDecisionView;
  timeZone: string;
}) {
  return (
    <p className="wrap-anywhere text-sm">
      <UserRound aria-hidden className="mr-1.5 inline size-4 align-text-bottom" />
      <strong className="font-medium">{by}</strong>
      {byKind === "person" ? null : <span className="text-muted"> ({byKind})</span>} decided:{" "}
      {isFix ? "a fix" : "not a fix"}. <q>{reason}</q>{" "}
      <time dateTime={at} className="whitespace-nowrap text-muted text-xs">
        {formatDay(at, timeZone)}
      </time>
    </p>
  );
}
