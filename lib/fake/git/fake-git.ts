import { createObjectStore, type ObjectStore } from "./object-store.ts";

/** A repository of objects and refs. */
export type FakeGit = {
  readonly objects: ObjectStore;
  /** Id by whole name: `refs/heads/main`, `refs/pull/4/head`. Written by `setRef` and `deleteRef` alone. */
  readonly refs: ReadonlyMap<string, string>;
  /** Counts the changes of refs. */
  readonly changes: () => number;
  readonly setRef: (name: string, id: string) => void;
  readonly deleteRef: (name: string) => void;
};

export function createGit(): FakeGit {
  const refs = new Map<string, string>();
  let changes = 0;
  return {
    objects: createObjectStore(),
    refs,
    changes: () => changes,
    setRef(name, id) {
      requireRefName(name);
      changes += 1;
      refs.set(name, id);
    },
    deleteRef(name) {
      changes += 1;
      refs.delete(name);
    },
  };
}

const FORBIDDEN = "~^:?*[\\\u007f";

// What git allows is hardly wider.
function requireRefName(name: string): void {
  const parts = name.split("/");
  const isFine =
    parts.length > 2 &&
    parts[0] === "refs" &&
    parts.every((part) => part !== "" && !part.startsWith(".") && !part.endsWith(".lock")) &&
    Array.from(name).every((sign) => sign > " " && !FORBIDDEN.includes(sign)) &&
    !["..", "@{"].some((pair) => name.includes(pair)) &&
    !name.endsWith(".");
  if (!isFine) throw new Error(`Git has no ref by the name ${JSON.stringify(name)}.`);
}
