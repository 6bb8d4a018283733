import type { VerdictKind } from "../verdict.ts";

/** An item at one measure; its verdict is that of its evidence, or `waived`. */
export type ItemAt = {
  readonly naturalKey: string;
  /** The alias of its repository. */
  readonly alias: string;
  readonly verdict: VerdictKind;
};

/** The fraction that a percentage is made of: covered, of covered and gap. */
export type Fraction = { readonly covered: number; readonly of: number };

/** What one piece of work changes in a repository, or in the program where that is named so. */
export type Change = { readonly before: Fraction; readonly after: Fraction };

export type RepositoryChange = Change & {
  readonly repository: string;
  /** How many of its gaps are closed by this piece. */
  readonly closes: number;
  /** How many gaps it had before any piece. */
  readonly gapsOfRepository: number;
};

export type Progress = {
  /** The open gaps with the aliases of their repositories. */
  readonly gaps: ReadonlyMap<string, string>;
  /** Closes gaps that are open, each once, and says what that changes. */
  readonly close: (keys: readonly string[]) => {
    readonly program: Change;
    /** Those in which a gap was closed, by alias. */
    readonly repositories: readonly RepositoryChange[];
  };
};

/** Counts the figures of a program at a measure while gaps of it are closed one after the other; waived and unknown items are in none of them. */
export function startProgress(
  items: readonly ItemAt[],
  waived: ReadonlySet<string> = new Set(),
): Progress {
  const gaps = new Map<string, string>();
  const covered = new Map<string, number>();
  const counts = { covered: 0, of: 0 };
  for (const { naturalKey, alias, verdict } of items) {
    if (verdict === "covered") {
      covered.set(alias, (covered.get(alias) ?? 0) + 1);
      counts.covered += 1;
    } else if (verdict === "gap" && !waived.has(naturalKey)) gaps.set(naturalKey, alias);
  }
  const gapsOf = new Map<string, number>();
  for (const alias of gaps.values()) gapsOf.set(alias, (gapsOf.get(alias) ?? 0) + 1);
  const scope = new Map(
    [...new Set([...covered.keys(), ...gapsOf.keys()])].map((alias) => [
      alias,
      (covered.get(alias) ?? 0) + (gapsOf.get(alias) ?? 0),
    ]),
  );
  counts.of = counts.covered + gaps.size;

  const closeIn = (repository: string, closes: number): RepositoryChange => {
    const of = scope.get(repository) ?? 0;
    const stood = covered.get(repository) ?? 0;
    covered.set(repository, stood + closes);
    return {
      repository,
      closes,
      gapsOfRepository: gapsOf.get(repository) ?? 0,
      before: { covered: stood, of },
      after: { covered: stood + closes, of },
    };
  };
  return {
    gaps,
    close: (keys) => {
      const closed = Map.groupBy(keys, (key) => gaps.get(key) ?? "");
      const before = { ...counts };
      counts.covered += keys.length;
      const repositories = [...closed]
        .map(([alias, own]) => closeIn(alias, own.length))
        .toSorted((one, other) => (one.repository < other.repository ? -1 : 1));
      return { program: { before, after: { ...counts } }, repositories };
    },
  };
}
