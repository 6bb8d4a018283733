import { RefreshCw } from "lucide-react";

/** Says that a decision is being judged by; the region is there before, so that it is read aloud. */
export function JudgingLine({ judging }: { judging: boolean }) {
  return (
    <p role="status" className="text-muted text-sm empty:hidden">
      {judging ? (
        <>
          <RefreshCw aria-hidden className="mr-1.5 inline size-3.5 animate-spin" />
          Judging again…
        </>
      ) : null}
    </p>
  );
}
