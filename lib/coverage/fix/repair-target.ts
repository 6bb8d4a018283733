import type { FixKind } from "./fix-kind.ts";
import { readTitle } from "./read-title.ts";

export type Target = { readonly kind: FixKind; readonly note: string };

/** Scopes that name no part of any product. Maps, since a scope may be `constructor`, which every object has. */
const SCOPES: ReadonlyMap<string, FixKind> = new Map([
  ...of("workflow_only", "ci cd gha renovate dependabot codeowners devcontainer pre-commit"),
  ...of("test_only", "test tests testing e2e unit-test unit-tests flake flaky"),
  ...of("docs_only", "doc docs documentation readme changelog typo typos"),
  ...of("refactor", "lint linter linting eslint sonar"),
  ...of("other", "perf examples playground storybook bench benchmark benchmarks"),
]);

/** Scopes that name a part of some products, so that they count only where no product code is touched. */
const SCOPES_OF_SOME: ReadonlyMap<string, FixKind> = new Map([
  ...of(
    "workflow_only",
    "github gitea actions workflow workflows repo tooling release build scripts",
  ),
  ...of("test_only", "spec specs fixtures mocks"),
  ...of("refactor", "format formatting style"),
  ...of("other", "performance copy example demo"),
]);

const WORDS: readonly { readonly words: RegExp; readonly target: Target }[] = [
  {
    words:
      /\b(misspell(ed|ing|ings)?|spelling|grammar|wording)\b|\b(jsdoc|javadoc|docstrings?|changelog|comments?)\s*(comments?|typos?)?$/i,
    target: { kind: "docs_only", note: "it mends wording or documentation" },
  },
  {
    words:
      /^(document|clarify|explain|annotate)\b|\btypos[es]*\b\W*$|^(improve|clarify|reword|nicer|better)\b.*\b(messages?|wording|texts?)\b|\btypos?\b.*\b(messages?|logs?|comments?|help|docs?|text|readme|strings?|names?|warnings?|output|sample|yaml)\b|\b(comments?|names?|messages?|docs?)\s+typos?\b|^(fix(es|ed)?|correct(ed)?|small|minor|some|a|\s)*typos?\b\W*(\[.*\])?$/i,
    target: { kind: "docs_only", note: "it mends wording or explains the code" },
  },
  {
    words:
      /\blint(er|ing)?\s+(errors?|warnings?|issues?|failures?|violations?|rules?)\b|^(fix(es)?\s+)?([\w-]+\s+)?lint(er|ing)?$|\b(eslint|golangci|gocritic|prettier|sonar)\b.*\b(linter|errors?|warnings?|issues?|failures?|violations?)\b|\bmodernize linter\b/i,
    target: { kind: "refactor", note: "it satisfies a linter" },
  },
  {
    words:
      /\b(flaky|flakey|failing|broken|unstable|intermittent)\s+([\w-]+\s+)?(tests?|specs?|e2e)\b|\b(tests?|specs?|e2e)\s+(flakes?|flakiness|failures?|compilation|fix(es)?)\b|\b(race|flake|panic) in Test[A-Z]\w*|^fix(es)?\s+([\w-]+\s+)?e2e(\s+tests?)?\b/i,
    target: { kind: "test_only", note: "it repairs tests" },
  },
  {
    words:
      /\bN\+1\b|^(improve|optimi[sz]e|speed up)\b.*\bperformance\b|\bperformance\s+(issues?|problems?|improvements?|tuning)\b|\breduce\b.{0,60}\b(memory|cpu|allocations?|bundle size)\b|\bmemory footprint\b/i,
    target: { kind: "other", note: "it tunes performance" },
  },
  {
    words: /\b(merge|rebase)\s+(issues?|conflicts?|problems?|errors?)\b/i,
    target: { kind: "other", note: "it mends a merge" },
  },
];

/** Words that a title of the type `fix` may use of a defect too. */
const TYPO: Target = { kind: "docs_only", note: "it mends a typo" };

/** What a title that claims a repair says it repairs, where that is no defect of the product: its scope, when every part of it names such a thing, else the words of its subject; null when it names none. */
export function repairTarget(title: string, touchesProductCode: boolean): Target | null {
  const { type, scope, subject } = readTitle(title);
  const parts = (scope ?? "")
    .toLowerCase()
    .split(/[,/+&\s]+/)
    .filter((part) => part !== "");
  const kinds = parts.map(
    (part) => SCOPES.get(part) ?? (touchesProductCode ? undefined : SCOPES_OF_SOME.get(part)),
  );
  const kind = kinds[0];
  if (kind !== undefined && kinds.every((each) => each !== undefined)) {
    return { kind, note: `the title's scope is ${scope}` };
  }
  const target = WORDS.find(({ words }) => words.test(subject))?.target;
  if (target) return target;
  return (type === null || type === "chore") && /\btypos?\b/i.test(subject) ? TYPO : null;
}

function of(kind: FixKind, names: string): readonly (readonly [string, FixKind])[] {
  return names.split(" ").map((name) => [name, kind]);
}
