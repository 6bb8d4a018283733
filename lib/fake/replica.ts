import type { FakeRepository, FakeStore } from "./store.ts";

type Age = { requests?: number; seconds?: number };

/** The store as it was: a reading copy that lags behind. */
export type Replica = {
  /** Keeps the rows as the nth request finds them. */
  note: (nth: number) => void;
  /** The store as it was so many requests before the nth, or seconds ago; at most as old as what was kept. */
  before: (age: Age, nth: number) => FakeStore;
};

type Version = { nth: number; at: number; repositories: FakeRepository[] };

const KEPT = 100;

/**
 * Starts with the store as it is now. What was changed without raising a revision is not told apart,
 * because a row is only copied when something was changed.
 */
export function createReplica(store: FakeStore): Replica {
  const first = { nth: 0, at: Date.parse(store.clock.now()), repositories: copies(store, []) };
  const versions: [Version, ...Version[]] = [first];
  return {
    note: (nth) => {
      const last = versions.at(-1) ?? first;
      const repositories = copies(store, last.repositories);
      const isSame =
        repositories.length === last.repositories.length &&
        repositories.every((each, index) => each === last.repositories[index]);
      if (isSame) return;
      versions.push({ nth, at: Date.parse(store.clock.now()), repositories });
      if (versions.length > KEPT) versions.splice(1, 1);
    },
    before: ({ requests = 0, seconds = 0 }, nth) => {
      const now = Date.parse(store.clock.now());
      const found = versions.findLast(
        (version) => version.nth <= nth - requests && version.at <= now - seconds * 1000,
      );
      return { ...store, repositories: (found ?? versions[0]).repositories };
    },
  };
}

function copies(store: FakeStore, last: readonly FakeRepository[]): FakeRepository[] {
  return store.repositories.map((repository) => {
    const known = last.find(({ id }) => id === repository.id);
    return known && known.revision === repository.revision ? known : copy(repository);
  });
}

/** Changes put new lists in place of a row's old ones, so that a row's own fields are all there is to copy. */
function copy(repository: FakeRepository): FakeRepository {
  const rows = <Row extends object>(all: readonly Row[]): Row[] => all.map((row) => ({ ...row }));
  return {
    ...repository,
    formerNames: [...repository.formerNames],
    moved: new Map(repository.moved),
    labels: rows(repository.labels),
    issues: rows(repository.issues),
    pulls: rows(repository.pulls),
    comments: rows(repository.comments),
    reviews: rows(repository.reviews),
    runs: rows(repository.runs),
    directCommits: rows(repository.directCommits),
    branches: repository.branches.map((branch) => ({ ...branch, files: new Map(branch.files) })),
    statuses: new Map(repository.statuses),
  };
}
