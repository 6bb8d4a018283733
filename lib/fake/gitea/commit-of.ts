import type { FakeRepository } from "../store.ts";
import { historyOf, tipOf } from "./history.ts";

/** The commit of a branch's name, or of an id that a branch or a pull request has; null where there is none. */
export function commitOf(repository: FakeRepository, ref: string): string | null {
  const { branches, pulls } = repository;
  if (branches.some(({ name }) => name === ref)) return tipOf(repository, ref).sha;
  const isOnBranch = branches.some(({ name }) =>
    historyOf(repository, name).some(({ sha }) => sha === ref),
  );
  return isOnBranch || pulls.some(({ headSha }) => headSha === ref) ? ref : null;
}
