import type { FakeRepository, FakeStore } from "../store.ts";

/** One request, as the endpoints see it. */
export type Call = {
  store: FakeStore;
  path: string;
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  body: string;
  pageMax: number;
  treePageMax: number;
};

/** Where a row is shown: its links and its people depend on it. */
export type Place = { store: FakeStore; repository: FakeRepository };

export type RepositoryCall = Call & Place;
