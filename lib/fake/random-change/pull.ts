import { tryMerge } from "../change/pull.ts";
import { change } from "../change.ts";
import { type Draw, openPullOf, wordsOf, writeOf } from "./draw.ts";

export function openPull({ random, store, repository }: Draw): string {
  const author = random.pick(store.users).login;
  const title = `fix: invented fault ${random.below(1_000_000)}`;
  const count = 1 + random.below(3);
  const changes = Array.from({ length: count }, () => writeOf(random));
  const { number } = change.openPull({ store, repository }, { author, title, changes });
  return `open pull request #${number}`;
}

export function merge({ random, store, repository }: Draw): string | null {
  const pull = openPullOf(random, repository);
  if (!pull) return null;
  const { number } = pull;
  const by = random.pick(store.users).login;
  const kind = random.pick(["squash", "merge"] as const);
  const merged = tryMerge({ store, repository, number }, { by, kind });
  // What conflicts stays open, and something else happens.
  return "sha" in merged ? `merge #${number} (${kind})` : null;
}

export function pushToPull({ random, store, repository }: Draw): string | null {
  const pull = openPullOf(random, repository);
  if (!pull) return null;
  const { number } = pull;
  change.pushToPull({ store, repository, number }, { changes: [writeOf(random)] });
  return `push to #${number}`;
}

export function review({ random, store, repository }: Draw): string | null {
  const pull = openPullOf(random, repository);
  if (!pull) return null;
  const { number } = pull;
  const author = random.pick(store.users).login;
  const state = random.pick(["APPROVED", "REQUEST_CHANGES", "COMMENT"] as const);
  change.review({ store, repository, number }, { author, state, body: wordsOf(random) });
  return `review #${number} ${state}`;
}

export function dismissReview({ random, store, repository }: Draw): string | null {
  const standing = repository.reviews.filter(
    ({ state, dismissed }) => !dismissed && (state === "APPROVED" || state === "REQUEST_CHANGES"),
  );
  if (standing.length === 0) return null;
  const { id, number } = random.pick(standing);
  change.dismissReview({ store, repository, number }, id);
  return `dismiss review ${id} of #${number}`;
}

export function requestReview({ random, store, repository }: Draw): string | null {
  const pull = openPullOf(random, repository);
  if (!pull) return null;
  const { number } = pull;
  const isAsked = (login: string) =>
    repository.reviews.some(
      (row) => row.number === number && row.author === login && row.state === "REQUEST_REVIEW",
    );
  const others = store.users.map(({ login }) => login).filter((login) => !isAsked(login));
  if (others.length === 0) return null;
  change.requestReview({ store, repository, number }, random.pick(others));
  return `request a review of #${number}`;
}
