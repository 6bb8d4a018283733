import type { FakeRepository, FakeStore } from "../store.ts";

/** Where something happened. */
export type Ground = { store: FakeStore; repository: FakeRepository };
