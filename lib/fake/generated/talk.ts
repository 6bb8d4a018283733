import type { Random } from "../random.ts";
import type { FakeComment, FakePullRequest, FakeReview, FakeReviewState } from "../store.ts";
import { inOnePiece, momentOf } from "./moment.ts";
import { LOGINS } from "./pull-row.ts";

/** Whole seconds since 1970, the first before the second. */
export type Span = { readonly from: number; readonly to: number };

const SAYINGS = [
  "Which test would have caught this?",
  "Looks right to me.",
  "The same happens two calls further down.",
  "Please look at this again when the checks are through.",
  "This is what the customer saw.",
] as const;

/** So many on the average, as a whole number. */
export const countAround = (average: number, random: Random): number =>
  Math.floor(average * 2 * random.next() + 0.5);

/** Comments on an issue or a pull request, in the order of their moments. Their ids are given later. */
export function commentsOn(
  number: number,
  average: number,
  span: Span,
  random: Random,
): FakeComment[] {
  return momentsIn(span, countAround(average, random), random).map((at, nth): FakeComment => {
    const body = inOnePiece(random.pick(SAYINGS), " (", number, ".", nth, ")");
    return { id: 0, number, author: random.pick(LOGINS), body, createdAt: at, updatedAt: at };
  });
}

const STATES: readonly FakeReviewState[] = [
  "APPROVED",
  "APPROVED",
  "APPROVED",
  "REQUEST_CHANGES",
  "COMMENT",
];

export function reviewsOf(
  { number, headSha, author }: FakePullRequest,
  average: number,
  span: Span,
  random: Random,
): FakeReview[] {
  const others = LOGINS.filter((login) => login !== author);
  return momentsIn(span, countAround(average, random), random).map((at): FakeReview => {
    const state = random.pick(STATES);
    return {
      id: 0,
      number,
      author: random.pick(others),
      state,
      body: state === "APPROVED" ? "" : random.pick(SAYINGS),
      commitId: headSha,
      stale: false,
      official: true,
      dismissed: false,
      submittedAt: at,
      updatedAt: at,
    };
  });
}

const momentsIn = ({ from, to }: Span, count: number, random: Random): string[] =>
  Array.from({ length: count }, () => from + random.below(Math.max(1, to - from)))
    .toSorted((a, b) => a - b)
    .map(momentOf);
