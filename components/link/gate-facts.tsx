import { TriangleAlert } from "lucide-react";
import { count } from "#/lib/format.ts";
import type { Candidate } from "./prepare-candidates.ts";

const LINKED = {
  covers: "linked already",
  insufficient: "linked already, not enough",
  mentions: "mentions this",
} as const;

/** What a gate is, what it holds up, what speaks against it, and why it is offered. */
export function GateFacts({ gate, id }: { gate: Candidate; id?: string }) {
  const { kind, holds, why, warnings, linked } = gate;
  return (
    <span {...(id === undefined ? {} : { id })} className="block text-muted text-xs">
      <span className="flex flex-wrap gap-x-2.5">
        <span>{kind}</span>
        <span>holds up {count(holds, "item")}</span>
        {linked === null ? null : <span className="text-ink">{LINKED[linked]}</span>}
        {warnings.map((warning) => (
          <span key={warning} className="text-ink">
            <TriangleAlert aria-hidden className="mr-1 inline size-3.5 text-nogate" />
            {warning}
          </span>
        ))}
      </span>
      <span className="wrap-anywhere block">{why}</span>
    </span>
  );
}
