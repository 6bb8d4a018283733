import type { FakeRepository } from "../store.ts";

// Up to so many rows, everything is worked out anew for each answer, so that a test may set any field
// in place. Beyond it a change must raise the revision, or move a length or the last row's moment.
const SMALL = 2000;

// Filters that are kept of one repository: a client walks one or two lists at a time.
const LISTS_MAX = 16;

type Seen = { answer: number; revision: number; stamp: string; generation: number };

const seen = new WeakMap<FakeRepository, Seen>();
let answers = 0;
let current = 0;

/** Runs what makes one answer: inside it nothing is worked out twice, unless a change raises the revision. */
export function inOneAnswer<Made>(make: () => Made): Made {
  if (current !== 0) return make();
  answers += 1;
  current = answers;
  try {
    return make();
  } finally {
    current = 0;
  }
}

/** Keeps what follows from a repository's rows until they change. */
export function remembered<Value>(
  work: (repository: FakeRepository) => Value,
): (repository: FakeRepository) => Value {
  const kept = new WeakMap<FakeRepository, { generation: number; value: Value }>();
  return (repository) => {
    const generation = generationOf(repository);
    const last = kept.get(repository);
    if (last?.generation === generation) return last.value;
    const value = work(repository);
    kept.set(repository, { generation, value });
    return value;
  };
}

/** Keeps sorted and filtered lists by the query that asked for them; its page is no part of that. */
export function rememberedLists<Row>() {
  const lists = remembered(() => new Map<string, readonly Row[]>());
  return (
    repository: FakeRepository,
    query: URLSearchParams,
    make: () => readonly Row[],
  ): readonly Row[] => {
    const known = lists(repository);
    const key = keyOf(query);
    const list = known.get(key) ?? make();
    const [oldest] = known.keys();
    if (oldest !== undefined && known.size >= LISTS_MAX && !known.has(key)) known.delete(oldest);
    known.set(key, list);
    return list;
  };
}

function keyOf(query: URLSearchParams): string {
  const asked = [...query].filter(([name]) => name !== "page" && name !== "limit");
  return asked.map(([name, value]) => `${name}=${value}`).join("\n");
}

function generationOf(repository: FakeRepository): number {
  const last = seen.get(repository);
  const { revision } = repository;
  const isInOne = current !== 0 && last?.answer === current && last.revision === revision;
  if (last && isInOne) return last.generation;
  const stamp = stampOf(repository);
  const isSame = last?.stamp === stamp && sizeOf(repository) > SMALL;
  const generation = (last?.generation ?? 0) + (isSame ? 0 : 1);
  seen.set(repository, { answer: current, revision, stamp, generation });
  return generation;
}

const sizeOf = ({
  issues,
  pulls,
  comments,
  reviews,
  runs,
  directCommits,
}: FakeRepository): number =>
  issues.length +
  pulls.length +
  comments.length +
  reviews.length +
  runs.length +
  directCommits.length;

function stampOf(repository: FakeRepository): string {
  const { revision, issues, pulls, comments, reviews, runs, directCommits } = repository;
  const lengths = [issues, pulls, comments, reviews, runs, directCommits].map(
    ({ length }) => length,
  );
  const last = [issues, pulls, comments, reviews, runs].map((rows) => rows.at(-1)?.updatedAt);
  const moved = repository.git?.changes() ?? 0;
  return [revision, moved, repository.defaultBranch, ...lengths, ...last].join(" ");
}
