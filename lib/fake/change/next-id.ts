import type { FakeRepository, FakeStore } from "../store.ts";

type Sequence = "issue" | "pull" | "comment" | "review" | "run" | "job" | "label" | "hook";

// A forge never gives an id or a number again, not even when the row that had the highest is gone.
const highestIds = new WeakMap<FakeStore, Map<Sequence, number>>();
const highestNumbers = new WeakMap<FakeRepository, number>();

/** An id of a sequence that no row of any repository has or had. */
export function nextId(store: FakeStore, sequence: Sequence): number {
  const next = highestId(store, sequence) + 1;
  remember(store, sequence, next);
  return next;
}

/** The number of the next issue or pull request. */
export function nextNumber(repository: FakeRepository): number {
  keepNumber(repository);
  const next = (highestNumbers.get(repository) ?? 0) + 1;
  highestNumbers.set(repository, next);
  return next;
}

/** Must be called before rows of a sequence are removed. */
export function keepIds(store: FakeStore, ...sequences: Sequence[]): void {
  for (const sequence of sequences) remember(store, sequence, highestId(store, sequence));
}

/** Must be called before an issue or pull request is removed. */
export function keepNumber(repository: FakeRepository): void {
  let highest = highestNumbers.get(repository) ?? 0;
  for (const { number } of repository.issues) highest = Math.max(highest, number);
  for (const { number } of repository.pulls) highest = Math.max(highest, number);
  highestNumbers.set(repository, highest);
}

function remember(store: FakeStore, sequence: Sequence, id: number): void {
  const known = highestIds.get(store) ?? new Map<Sequence, number>();
  highestIds.set(store, known.set(sequence, id));
}

function highestId(store: FakeStore, sequence: Sequence): number {
  let highest = highestIds.get(store)?.get(sequence) ?? 0;
  for (const repository of store.repositories) {
    for (const id of idsOf(repository, sequence)) highest = Math.max(highest, id);
  }
  return highest;
}

function* idsOf(repository: FakeRepository, sequence: Sequence): Generator<number> {
  if (sequence === "issue") {
    for (const { id } of repository.issues) yield id;
    for (const { id } of repository.pulls) yield id;
  } else if (sequence === "pull") for (const { pullId } of repository.pulls) yield pullId;
  else if (sequence === "comment") for (const { id } of repository.comments) yield id;
  else if (sequence === "review") for (const { id } of repository.reviews) yield id;
  else if (sequence === "label") for (const { id } of repository.labels) yield id;
  else if (sequence === "hook") for (const { id } of repository.hooks) yield id;
  else {
    for (const run of repository.runs) {
      if (sequence === "run") yield run.id;
      else for (const { id } of run.jobs) yield id;
    }
  }
}
