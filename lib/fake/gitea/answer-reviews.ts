import { type Answer, answerJson, answerNotFound } from "../answer.ts";
import type { FakeReview } from "../store.ts";
import type { RepositoryCall } from "./call.ts";
import { compare } from "./compare.ts";
import { moment } from "./moment.ts";
import { pageOf } from "./page.ts";
import { shapeUser } from "./shape-user.ts";
import { pullOf, reviewsOf } from "./subjects.ts";

/** The reviews of a pull request, oldest first; others' unsent ones are taken out of the page, so it may be short without being the last. */
export function answerReviews(call: RepositoryCall): Answer {
  const { store, repository, params } = call;
  const number = Number(params.index);
  if (!pullOf(repository, number)) return answerNotFound(store);
  const all = reviewsOf(repository, number).toSorted(
    (a, b) => compare(a.submittedAt, b.submittedAt) || a.id - b.id,
  );
  const { rows, headers } = pageOf(call, { all, kind: "no-link" });
  const shown = rows.filter(({ state, author }) => state !== "PENDING" || author === store.viewer);
  return answerJson(
    shown.map((review) => shapeReview(call, review)),
    headers,
  );
}

function shapeReview({ store, repository }: RepositoryCall, review: FakeReview) {
  const html = `${store.rootUrl}/${repository.owner}/${repository.name}/pulls/${review.number}`;
  return {
    id: review.id,
    user: shapeUser(store, review.author),
    team: null,
    state: review.state,
    body: review.body,
    commit_id: review.commitId,
    stale: review.stale,
    official: review.official,
    dismissed: review.dismissed,
    comments_count: 0,
    submitted_at: moment(store, review.submittedAt),
    updated_at: moment(store, review.updatedAt),
    html_url: `${html}#issuecomment-${review.id}`,
    pull_request_url: html,
  };
}
