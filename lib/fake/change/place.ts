import type { FakeIssue, FakePullRequest, FakeRepository, FakeStore } from "../store.ts";

export type Ground = { store: FakeStore; repository: FakeRepository };
/** One issue or pull request of a repository. */
export type Place = Ground & { number: number };

/** The issue or pull request of a number; throws when there is none. */
export function subjectOf({ repository, number }: Place): FakeIssue | FakePullRequest {
  const isIt = (row: FakeIssue) => row.number === number;
  const found = repository.issues.find(isIt) ?? repository.pulls.find(isIt);
  if (!found) throw new Error(`${repository.name} has no issue or pull request #${number}.`);
  return found;
}

export function pullOrThrow({ repository, number }: Place): FakePullRequest {
  const found = repository.pulls.find((row) => row.number === number);
  if (!found) throw new Error(`${repository.name} has no pull request #${number}.`);
  return found;
}

export const isPull = (row: FakeIssue | FakePullRequest): row is FakePullRequest => "pullId" in row;
