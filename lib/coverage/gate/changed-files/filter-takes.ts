import { type FileFilter, type FilterPattern, whyOpen } from "./file-filter.ts";
import { patternMatcher } from "./pattern-takes.ts";

/** Whether a filter takes a file, null where that cannot be told, and the pattern that decides; null where none does. */
export type Taken = { readonly takes: boolean | null; readonly by: FilterPattern | null };

/** Whether a filter takes a file by its path. Source: the READMEs of the actions: changed-files lets the last pattern that fits decide, and all of `!` take what none names; paths-filter takes what one pattern admits, a `!` admitting all else, unless `predicate-quantifier` asks for each of them or sets what `!` names aside. */
export function filterTakes(filter: FileFilter, path: string): Taken {
  if (whyOpen(filter) !== null) return OPEN;
  const answers = filter.patterns.map((pattern) => ({ pattern, ...answerOf(pattern, path) }));
  switch (filter.mode) {
    case "last":
      return byLast(answers);
    case "some":
      return byOne(answers.map(admitting));
    case "every":
      return byEach(answers.map(admitting));
    case "some-with-excludes": {
      const excluding = answers.filter(({ negated }) => negated);
      const excluded = byOne(excluding.map((each) => ({ ...each, admits: each.fits })));
      if (excluded.takes === true) return { takes: false, by: excluded.by };
      const taken = byOne(answers.filter(({ negated }) => !negated).map(admitting));
      return taken.takes === true && excluded.takes === null ? OPEN : taken;
    }
  }
}

const OPEN: Taken = { takes: null, by: null };

type Answer = {
  readonly pattern: FilterPattern;
  readonly negated: boolean;
  /** Whether the path fits what stands behind the `!`; null where that cannot be told. */
  readonly fits: boolean | null;
};

function answerOf({ pattern, byStatus }: FilterPattern, path: string): Omit<Answer, "pattern"> {
  const negated = pattern.startsWith("!");
  const matcher = patternMatcher(negated ? pattern.slice(1) : pattern);
  if (matcher === null || pattern.startsWith("!!")) return { negated, fits: null };
  const fits = matcher(path);
  // Of a file of this name only its status tells.
  return { negated, fits: byStatus && fits !== negated ? null : fits };
}

function byLast(answers: readonly Answer[]): Taken {
  const last = answers.findLast(({ fits }) => fits !== false);
  if (last?.fits === null) return OPEN;
  if (last) return { takes: !last.negated, by: last.pattern };
  return { takes: answers.every(({ negated }) => negated), by: null };
}

type Admitting = { readonly pattern: FilterPattern; readonly admits: boolean | null };

const admitting = ({ pattern, negated, fits }: Answer): Admitting => ({
  pattern,
  admits: fits === null ? null : fits !== negated,
});

function byOne(answers: readonly Admitting[]): Taken {
  const found = answers.find(({ admits }) => admits === true);
  if (found) return { takes: true, by: found.pattern };
  return answers.some(({ admits }) => admits === null) ? OPEN : { takes: false, by: null };
}

function byEach(answers: readonly Admitting[]): Taken {
  const off = answers.find(({ admits }) => admits === false);
  if (off) return { takes: false, by: off.pattern };
  if (answers.some(({ admits }) => admits === null)) return OPEN;
  return { takes: answers.length > 0, by: answers[0]?.pattern ?? null };
}
