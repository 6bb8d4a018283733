import type { FakePullRequest, FakeRepository, FakeStore } from "../store.ts";
import type { FakeGit } from "./fake-git.ts";
import { tipOf } from "./tip-of.ts";

export type GitPlace = { readonly store: FakeStore; readonly repository: FakeRepository };

/** The repository's git; throws where it has none. */
export function gitOf({ name, git }: FakeRepository): FakeGit {
  if (git === null) throw new Error(`${name} has no git.`);
  return git;
}

export function tipOrThrow(git: FakeGit, ref: string): string {
  const tip = tipOf(git, ref);
  if (tip === null) throw new Error(`There is no branch or commit ${ref}.`);
  return tip;
}

export function pullOrThrow({ name, pulls }: FakeRepository, number: number): FakePullRequest {
  const found = pulls.find((pull) => pull.number === number);
  if (!found) throw new Error(`${name} has no pull request #${number}.`);
  return found;
}

export const headRefOf = (number: number): string => `refs/pull/${number}/head`;
