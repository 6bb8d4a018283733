import type { FakePullRequest, FakeReview } from "../store.ts";
import { rowsNumbered } from "./numbered-rows.ts";
import type { Place } from "./site.ts";

type ReviewWord = "APPROVED" | "CHANGES_REQUESTED" | "COMMENTED" | "DISMISSED" | "PENDING";

/** The word of a review; null of a row that only asks for one. */
export function reviewWord({ state, dismissed }: FakeReview): ReviewWord | null {
  if (state === "REQUEST_REVIEW") return null;
  if (dismissed) return "DISMISSED";
  if (state === "REQUEST_CHANGES") return "CHANGES_REQUESTED";
  return state === "COMMENT" ? "COMMENTED" : state;
}

/** The reviews of a pull request, oldest first; one that is not submitted is seen by its author alone. */
export function reviewsOf({ store, repository }: Place, { number }: FakePullRequest): FakeReview[] {
  return rowsNumbered(repository.reviews, number).filter(
    (row) =>
      row.state !== "REQUEST_REVIEW" && (row.state !== "PENDING" || row.author === store.viewer),
  );
}

/** Of whom a review is asked that they have not given since. */
export function requestedOf(place: Place, pull: FakePullRequest): FakeReview[] {
  const given = reviewsOf(place, pull);
  const asked = rowsNumbered(place.repository.reviews, pull.number).filter(
    ({ state }) => state === "REQUEST_REVIEW",
  );
  return asked.filter(
    ({ author, id }) => !given.some((review) => review.author === author && review.id > id),
  );
}

/** The last review of each person who is not asked for another. */
export function latestReviewsOf(place: Place, pull: FakePullRequest): FakeReview[] {
  const asked = new Set(requestedOf(place, pull).map(({ author }) => author));
  const given = reviewsOf(place, pull).filter(({ author }) => !asked.has(author));
  return [...new Map(given.map((review) => [review.author, review])).values()];
}
