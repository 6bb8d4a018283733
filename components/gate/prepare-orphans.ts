import type { OrphansView } from "#/lib/contract/gates.ts";

type Test = OrphansView["tests"][number];

export type OrphanFolder = {
  /** "" for the root. */
  readonly folder: string;
  /** Why, where it is the same for all of them. */
  readonly why: string | null;
  /** Names within the folder, each with its own reason where the reasons differ. */
  readonly files: readonly { readonly name: string; readonly why: string | null }[];
};

export type OrphanGroup = {
  readonly state: Test["state"];
  readonly count: number;
  readonly folders: readonly OrphanFolder[];
  /** How many are counted and not listed. */
  readonly left: number;
};

const STATES: readonly Test["state"][] = ["orphan", "off_pull_requests", "unclear"];
const LISTED_MAX = 1000;

/** The tests of a repository that no pull request runs, by why and by folder; counted whole, listed up to a thousand of each. */
export function prepareOrphans(tests: readonly Test[]): readonly OrphanGroup[] {
  return STATES.flatMap((state) => {
    const own = tests.filter((test) => test.state === state);
    if (own.length === 0) return [];
    const listed = own.slice(0, LISTED_MAX);
    return [
      { state, count: own.length, folders: foldersOf(listed), left: own.length - listed.length },
    ];
  });
}

function foldersOf(tests: readonly Test[]): readonly OrphanFolder[] {
  const byFolder = Map.groupBy(tests, ({ path }) => path.slice(0, path.lastIndexOf("/") + 1));
  return [...byFolder]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([folder, own]) => {
      const [first] = own;
      const shared = first && own.every(({ why }) => why === first.why) ? first.why : null;
      return {
        folder,
        why: shared,
        files: own.map(({ path, why }) => ({
          name: path.slice(folder.length),
          why: shared === null ? why : null,
        })),
      };
    });
}

/** How many tests no pull request runs, over all repositories; null where that is known of none. */
export function countOrphans(
  views: readonly OrphansView[],
): Readonly<Record<Test["state"], number>> | null {
  const known = views.filter(({ why }) => why === null);
  if (known.length === 0) return null;
  const of = (state: Test["state"]) =>
    known.reduce((sum, { tests }) => sum + tests.filter((test) => test.state === state).length, 0);
  return {
    orphan: of("orphan"),
    off_pull_requests: of("off_pull_requests"),
    unclear: of("unclear"),
  };
}
