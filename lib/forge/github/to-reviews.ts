import { type Known, known, unknown } from "#/lib/facts/known.ts";
import type { ReviewFact, ReviewState } from "#/lib/facts/review.ts";
import type { Review, Reviewed, ReviewRequest } from "./schema.ts";
import { loginOf } from "./schema-parts.ts";

const STATES: Readonly<Record<string, ReviewState>> = {
  APPROVED: "approved",
  CHANGES_REQUESTED: "changes_requested",
  COMMENTED: "commented",
  DISMISSED: "dismissed",
};

/** The reviews of a pull request and those that are asked for; null where there are more than were told with it, unknown where the forge says a word for a state that we do not know. */
export function toReviews(row: Reviewed): Known<readonly ReviewFact[]> | null {
  const { reviews, reviewRequests } = row;
  if (!reviews || !reviewRequests) {
    return unknown("The forge does not tell the reviews of this pull request.");
  }
  const isWhole = [reviews, reviewRequests].every(
    ({ nodes, pageInfo }) => !pageInfo.hasNextPage && !nodes.includes(null),
  );
  return isWhole ? reviewsOf(row, reviews.nodes, reviewRequests.nodes) : null;
}

/** The reviews of a pull request of which all are told. What its own author has not sent yet is no review. */
export function reviewsOf(
  { number, headRefOid }: Pick<Reviewed, "number" | "headRefOid">,
  reviews: readonly (Review | null)[],
  requests: readonly (ReviewRequest | null)[],
): Known<readonly ReviewFact[]> {
  const facts: ReviewFact[] = [];
  for (const review of reviews) {
    if (!review || review.state === "PENDING") continue;
    const state = Object.hasOwn(STATES, review.state) ? STATES[review.state] : undefined;
    if (state === undefined) {
      const word = JSON.stringify(review.state.slice(0, 40));
      return unknown(`The forge says ${word} of a review, which is no state that we know.`);
    }
    const commitSha = review.commit?.oid ?? null;
    facts.push({
      externalId: review.fullDatabaseId,
      number,
      author: review.author,
      state,
      official: null,
      stale: commitSha === null ? null : commitSha !== headRefOid,
      commitSha,
      body: review.body || null,
      submittedAt: review.submittedAt,
    });
  }
  return known([...facts, ...requests.flatMap((row) => (row ? [toRequested(row, number)] : []))]);
}

// Reviews are numbered and requests are not, so the ids of both lie beside each other.
const toRequested = (row: ReviewRequest, number: number): ReviewFact => ({
  externalId: row.id,
  number,
  author: loginOf(row.requestedReviewer) ?? row.requestedReviewer?.combinedSlug ?? null,
  state: "requested",
  official: null,
  stale: null,
  commitSha: null,
  body: null,
  submittedAt: null,
});
