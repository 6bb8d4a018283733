import { Hourglass, TriangleAlert } from "lucide-react";
import type { RunView } from "#/lib/contract/sources.ts";
import { count, formatAge, formatInstant } from "#/lib/format.ts";
import { sayCost, sayIn, sayProgress, shareOf } from "./say-run.ts";
import { streamName } from "./stream-text.ts";

function Bar({ share, label }: { share: number; label: string }) {
  const percent = Math.floor(share * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className="my-1 h-2 w-full max-w-md rounded-full border border-control bg-sunken"
    >
      <div
        className="h-full rounded-full bg-covered transition-[width]"
        style={{ width: `${percent}%` }}
      />
    </div>
  );
}

type Shown = {
  run: RunView;
  /** Of which repository. */
  name: string;
  /** Seconds that the phase may still take. */
  left: number | null;
  /** How far back a first walk came. */
  reach: string | null;
  now: string;
  /** What is said of the whole source already. */
  told: string | null;
};

/** A run under way: how far its present phase is; a bar only where it is known of how much. */
function Running({ run, name, left, reach, now }: Shown) {
  const share = shareOf(run);
  return (
    <div className="text-sm">
      <p>{sayProgress(run, left)}</p>
      {share === null ? null : <Bar share={share} label={`${name}: ${streamName(run.phase)}`} />}
      <p className="text-muted text-xs">
        {sayCost(run, now)}
        {reach === null ? null : `. ${reach}`}
      </p>
    </div>
  );
}

/** The last or present run of a repository. */
export function RunLine(shown: Shown) {
  const { run, reach, now, told } = shown;
  const requests = count(run.requests, "request");
  if (run.state === "running") return <Running {...shown} />;
  if (run.state === "failed") {
    return (
      <p className="flex items-start gap-1.5 text-sm">
        <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-nogate" />
        <span className="min-w-0 wrap-anywhere">
          Failed{run.endedAt === null ? "" : ` ${formatAge(run.endedAt, now)} ago`} at{" "}
          {streamName(run.phase)}
          {told !== null && run.error === told
            ? ", for the reason above."
            : `: ${run.error ?? "no reason was recorded"}`}{" "}
          {reach === null ? null : `${reach}.`}
        </span>
      </p>
    );
  }
  if (run.state === "waiting") {
    return (
      <p className="flex items-start gap-1.5 text-sm">
        <Hourglass aria-hidden className="mt-0.5 size-4 shrink-0 text-testonly" />
        <span>
          Waits for the forge’s limit after {requests}.{" "}
          {run.resumesAt === null
            ? "It goes on by itself."
            : `It goes on at ${formatInstant(run.resumesAt)}, ${sayIn(run.resumesAt, now)}.`}{" "}
          {reach === null ? null : `${reach}.`}
        </span>
      </p>
    );
  }
  return (
    <p className="text-muted text-xs">
      Last run {run.endedAt === null ? "done" : `${formatAge(run.endedAt, now)} ago`}, {requests}
    </p>
  );
}
