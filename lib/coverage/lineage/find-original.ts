import type { ChangeFacts, ChangeId } from "./change-facts.ts";
import type { ChangeIndex } from "./index-changes.ts";
import { bareTitle } from "./read-revert.ts";

type Place = { readonly at: number; readonly index: ChangeIndex };

type Search = Place & {
  /** Whether a change was taken back and does not stand until then. */
  readonly isTakenBack: (id: ChangeId) => boolean;
};

/** The earlier pull request that a change is a cherry-pick or backport of: one that it names, or one whose patch is the same; null when nothing shows it. */
export function findOriginal(change: ChangeFacts, search: Search): ChangeFacts | null {
  const named = findNamed(change, search);
  if (named) return named;
  const twin = search.index.ofSamePatch(change, search.at);
  if (twin === null || change.baseRef === null || twin.baseRef !== change.baseRef) return twin;
  // The same lines once more on the branch that has them are lines of another place.
  return search.isTakenBack(twin.id) ? twin : null;
}

/** The earlier pull request that a change names as its original: because it says so, because of a `-x` trailer, or because it carries the other's title and number; null when it names none. */
export function findNamed(change: ChangeFacts, { at, index }: Place): ChangeFacts | null {
  if (change.copy === null) return null;
  const { said, behind, shas } = change.copy;
  const named = [
    ...said.map((number) => index.byNumber(number, at)),
    ...shas.map((sha) => index.bySha(sha, at)),
    ...behind
      .map((number) => index.byNumber(number, at))
      .filter((each) => each && bareTitle(each.title) === bareTitle(change.title)),
  ];
  const isOther = (each: ChangeFacts | null): each is ChangeFacts =>
    typeof each?.id === "number" && each.id !== change.id;
  return named.find(isOther) ?? null;
}
