import type { FakeRepository, FakeStore } from "../store.ts";
import type { FakeGithub } from "./skin.ts";

/** The forge as one request sees it. */
export type Site = {
  store: FakeStore;
  skin: FakeGithub;
  /** Where the API was called, without a slash at the end: its own links lead there. */
  api: string;
};

export type Place = Site & { repository: FakeRepository };

export const fullNameOf = ({ owner, name }: FakeRepository): string => `${owner}/${name}`;

export const apiOf = ({ api, repository }: Place): string =>
  `${api}/repos/${fullNameOf(repository)}`;

export const webOf = ({ store, repository }: Place): string =>
  `${store.rootUrl}/${fullNameOf(repository)}`;

/** The repository of that name, or the one that had it once; null where nobody may see one. */
export function repositoryNamed({ repositories }: FakeStore, owner: string, name: string) {
  const isOwned = (each: FakeRepository) => sameName(each.owner, owner);
  const now = repositories.find((each) => isOwned(each) && sameName(each.name, name));
  if (now) return now;
  const renamed = repositories.find(
    (each) => isOwned(each) && each.formerNames.some((former) => sameName(former, name)),
  );
  return renamed ?? null;
}

export const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Where an issue of that number was moved to; null where it was not, or cannot be seen. */
export function movedTo(
  { store, repository }: Pick<Place, "store" | "repository">,
  number: number,
) {
  const target = repository.moved.get(number);
  if (!target) return null;
  const found = store.repositories.find(
    (each) => each.name === target.repository || fullNameOf(each) === target.repository,
  );
  return found ? { repository: found, number: target.number } : null;
}
