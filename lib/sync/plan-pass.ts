import type { Position } from "#/lib/forge/forge.ts";
import type { StreamState } from "#/lib/store/sync-streams.ts";

/** Overlap of two passes: covers equal seconds, rows that became visible late, and a clock that stepped. */
export const OVERLAP_MS = 5 * 60_000;

export type PassPlan = {
  readonly position: Position | null;
  readonly since: Date | null;
  /** The forge's clock at the pass's first request; null until that was made. */
  readonly startedAt: Date | null;
};

/** Where to go on: an unfinished pass at its position, else a new one from the watermark less the overlap. */
export function planPass(state: StreamState): PassPlan {
  const since = state.watermark && new Date(state.watermark.getTime() - OVERLAP_MS);
  const resumes = isPosition(state.position) && state.passStartedAt !== null;
  return {
    position: resumes && isPosition(state.position) ? state.position : null,
    since,
    startedAt: resumes ? state.passStartedAt : null,
  };
}

function isPosition(value: unknown): value is Position {
  return (
    typeof value === "object" && value !== null && "page" in value && typeof value.page === "number"
  );
}
