import { known } from "#/lib/facts/known.ts";
import { change } from "#/lib/fake/change.ts";
import type { FakeDirectCommit } from "#/lib/fake/store.ts";
import { loadDirectCommits } from "#/lib/store/load-direct-commits.ts";
import { type SmallForge, smallForge } from "./small-forge.ts";

export const COMMITS = "GET /repos/{owner}/{repo}/commits";

/** A small forge whose branch has so many commits that were pushed, an hour between them, the last the newest. */
export async function withPushes(count: number, options: Parameters<typeof smallForge>[0] = {}) {
  const small = await smallForge(options);
  for (let index = 1; index <= count; index += 1) push(small, `fix(ci): pushed ${index}`);
  return small;
}

/** Pushes a commit an hour later. */
export function push(small: SmallForge, title: string, body = ""): FakeDirectCommit {
  small.store.clock.advance(3600);
  return change.push(
    { store: small.store, repository: small.core },
    { author: "kimi", title, body },
  );
}

/** Takes back an hour later what was pushed last, as a push by force does. */
export function unpush({ core, store }: SmallForge): FakeDirectCommit | undefined {
  store.clock.advance(3600);
  return core.directCommits.pop();
}

/** The titles of the direct commits that are held, oldest first, without the repository's first commit; or why they are unknown. */
export async function pushedIn(repositoryId: number) {
  const held = await loadDirectCommits(
    repositoryId,
    new Date("2026-01-01"),
    new Date("2027-01-01"),
  );
  if (!held.known) return held;
  return known(held.value.map(({ title }) => title).filter((title) => title !== "Initial commit"));
}
