import type { ReviewFact, ReviewState } from "#/lib/facts/review.ts";
import { ForgeError } from "../forge-error.ts";
import type { Review } from "./schema.ts";

const STATES: Readonly<Record<string, ReviewState>> = {
  APPROVED: "approved",
  REQUEST_CHANGES: "changes_requested",
  COMMENT: "commented",
  REQUEST_REVIEW: "requested",
};

/** A review in our words; null for one that its author has not sent yet. Throws ForgeError `failed` on a state that we do not know. */
export function toReview(row: Review, number: number): ReviewFact | null {
  if (row.state === "PENDING") return null;
  const state = row.dismissed ? "dismissed" : STATES[row.state];
  if (state === undefined) {
    throw new ForgeError(
      "failed",
      `Review ${row.id} has the state ${JSON.stringify(row.state.slice(0, 40))}, which we do not know. Report this with the forge's version.`,
    );
  }
  return {
    externalId: String(row.id),
    number,
    author: row.user?.login ?? row.team?.name ?? null,
    state,
    official: row.official ?? null,
    stale: row.stale ?? null,
    commitSha: row.commit_id || null,
    body: row.body ?? null,
    submittedAt: state === "requested" ? null : row.submitted_at,
  };
}
