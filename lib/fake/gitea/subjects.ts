import type {
  FakeComment,
  FakeIssue,
  FakePullRequest,
  FakeRepository,
  FakeReview,
} from "../store.ts";
import { remembered } from "./remember.ts";

type Numbered = { number: number };

const subjects = remembered(
  ({ issues, pulls }) =>
    new Map<number, FakeIssue | FakePullRequest>(
      [...issues, ...pulls].map((row) => [row.number, row]),
    ),
);
const comments = remembered((repository) => byNumber(repository.comments));
const reviews = remembered((repository) => byNumber(repository.reviews));

/** The issue or pull request of a number, which the two share. */
export const subjectOf = (
  repository: FakeRepository,
  number: number,
): FakeIssue | FakePullRequest | null => subjects(repository).get(number) ?? null;

export function pullOf(repository: FakeRepository, number: number): FakePullRequest | null {
  const found = subjectOf(repository, number);
  return found && "pullId" in found ? found : null;
}

export const commentsOf = (repository: FakeRepository, number: number): readonly FakeComment[] =>
  comments(repository).get(number) ?? [];

export const reviewsOf = (repository: FakeRepository, number: number): readonly FakeReview[] =>
  reviews(repository).get(number) ?? [];

function byNumber<Row extends Numbered>(rows: readonly Row[]): Map<number, Row[]> {
  return Map.groupBy(rows, ({ number }) => number);
}
