import type { FakeReview } from "../store.ts";
import { keepIds, nextId } from "./next-id.ts";
import { type Place, pullOrThrow } from "./place.ts";
import { raise } from "./raise.ts";

type Said = {
  author: string;
  state: "APPROVED" | "REQUEST_CHANGES" | "COMMENT";
  body?: string;
  /** Whether it counts for the branch's rule; absent means that it does unless it is a comment. */
  official?: boolean;
};

/** Reviews the head as it is; an earlier review of the same person loses its weight, a request is answered. */
export function review(place: Place, said: Said): FakeReview {
  const pull = pullOrThrow(place);
  const { store, repository, number } = place;
  const isVerdict = said.state !== "COMMENT";
  keepIds(store, "review");
  repository.reviews = repository.reviews.filter(
    (row) => !(isMine(row) && row.state === "REQUEST_REVIEW"),
  );
  for (const row of repository.reviews) if (isMine(row) && isVerdict) row.official = false;
  const added = newReview(place, {
    author: said.author,
    state: said.state,
    body: said.body ?? "",
    official: said.official ?? isVerdict,
  });
  pull.updatedAt = added.submittedAt;
  raise(place, { kind: "review", action: "submitted", review: added, pull, sender: said.author });
  return added;

  function isMine(row: FakeReview): boolean {
    return row.number === number && row.author === said.author;
  }
}

/** Takes an approval or a demand for changes its weight; the row stays. */
export function dismissReview(place: Place, id: number): void {
  const { store, repository } = place;
  const pull = pullOrThrow(place);
  const found = repository.reviews.find((row) => row.id === id && row.number === place.number);
  if (!found) throw new Error(`${repository.name}#${place.number} has no review ${id}.`);
  found.dismissed = true;
  found.official = false;
  found.updatedAt = store.clock.now();
  pull.updatedAt = found.updatedAt;
  const sender = store.viewer;
  raise(place, { kind: "review", action: "dismissed", review: found, pull, sender });
}

/** Asks somebody for a review, which is a row of its own until it is answered. */
export function requestReview(place: Place, reviewer: string): FakeReview {
  const pull = pullOrThrow(place);
  const known = place.repository.reviews.find(
    (row) =>
      row.number === place.number && row.author === reviewer && row.state === "REQUEST_REVIEW",
  );
  if (known) return known;
  const state = "REQUEST_REVIEW";
  const added = newReview(place, { author: reviewer, state, body: "", official: true });
  pull.updatedAt = added.submittedAt;
  const sender = place.store.viewer;
  raise(place, { kind: "subject", action: "review_requested", row: pull, reviewer, sender });
  return added;
}

type Given = Pick<FakeReview, "author" | "state" | "body" | "official">;

function newReview(place: Place, given: Given): FakeReview {
  const { store, repository, number } = place;
  const now = store.clock.now();
  const added = {
    ...given,
    id: nextId(store, "review"),
    number,
    commitId: pullOrThrow(place).headSha,
    stale: false,
    dismissed: false,
    submittedAt: now,
    updatedAt: now,
  };
  repository.reviews.push(added);
  return added;
}
