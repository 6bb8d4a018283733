import type { FakeRepository } from "../store.ts";
import { placeOf } from "./history.ts";

/**
 * The files of a ref: a branch name or any commit of it, null if there is no such ref. Only the
 * tip's files are kept, so an older commit shows those too.
 */
export function filesAt(
  repository: FakeRepository,
  ref: string | null,
): ReadonlyMap<string, string> | null {
  const wanted = ref || repository.defaultBranch;
  const branch = repository.branches.find(
    ({ name }) => name === wanted || placeOf(repository, name, wanted) !== null,
  );
  return branch?.files ?? null;
}
