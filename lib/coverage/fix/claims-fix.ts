import { readTitle, type Title } from "./read-title.ts";

export type Claim = {
  readonly rule: string;
  readonly note: string;
  /** What the change must touch for these words to be believed. */
  readonly needs: "nothing" | "code" | "code and a test";
};

type Change = {
  readonly title: string;
  readonly labels: readonly string[];
  /** The branch that it came from; null when that is not known. */
  readonly headRef: string | null;
  /** The issue that it says it closes and that is labelled as a defect; absent where there is none or nobody can tell. */
  readonly closes?: { readonly number: number; readonly label: string } | null;
};

const FIX_TYPE = /^(fix|fixes|fixed|fixup|bug|bugfix|bug-fix|hotfix|hot-fix)$/;
/** Types of a conventional title that say what a change is, whatever words follow. */
const OTHER_TYPE =
  /^(feat|feature|docs?|tests?|ci|build|refactor|rfac|style|perf|revert|deps?|release|typo|lint|i18n|workflow|wip|e2e)$/;
const FIX_MARK =
  /^(bug|fix|bug ?fix|hot ?fix|🐛|🚑|🩹|:bug:|:ambulance:|:adhesive_bandage:)\uFE0F?$/iu;
const FIX_START = /^(fix(e[sd]|ing)?|bug[ -]?fix(es)?|hot[ -]?fix)\b/i;
const RESOLVES = /^resolve[sd]?\s+(?:[\w./-]{1,100})?#\d+/i;
const FIX_INSIDE =
  /[:|]\s+fix(e[sd]|ing)?\b|^add(s|ed)?\s+(a\s+)?fix\s+(to|for|in)\b|^(another|minor|small|quick|proper|possible|temp|temporary)\b.{0,60}\bfix(es)?\b|\b(bug|race|crash|leak|panic|regression|security|identity|path|error)\s+fix(es)?$|\bfixes\W*$/i;
const SYMPTOM =
  /\b(crash(es|ed|ing)?|panics?|nil[ -]pointer|null[ -](pointer|ref(erence)?)|deadlocks?|race conditions?|data races?|(memory|goroutine|connection) leaks?|leaking|infinite (loop|recursion)|segfault|use[- ]after[- ]free|off[- ]by[- ]one|incorrect(ly)?|wrong(ly)?|unhandled|missing (error|null|nil|await|return|transaction|permission)s?|(doesn'?t|does not|not) work(ing)?)\b/i;
const REPAIRING =
  /^(prevent|avoid(?! (extra|unnecessary|unneeded|needless|redundant|double|cloning|copying|allocat|creating|calling))|don'?t|do not|never|properly|correctly|handle .{0,60}\b(nil|null|empty|invalid|error|errors|failures?|missing|properly|correctly))\b/i;
/** Verbs that keep something from going wrong as often as they add something. */
const KEEPING = /^(ensure|make sure|respect|preserve|restore|mitigate)\b/i;
const BUG_LABEL = /(^|[\s:/-])(bug|bugfix|defect|regression)$/i;
const FIX_BRANCH = /^(?:[\w.-]+[/:])?(bug|bug-?fix|hot-?fix|fix(es)?)[/_-]/i;

/** Why a pull request presents itself as a fix: by its title's type, its words, its labels, the issue that it closes or its branch, the first that does; null when none does. A title with a type of another kind is what it says. */
export function claimsFix({ title, labels, headRef, closes }: Change): Claim | null {
  const parts = readTitle(title);
  const { type, marks } = parts;
  if (type !== null && FIX_TYPE.test(type)) {
    return strong("title-type", `the title's type is ${type}`);
  }
  if (type !== null && OTHER_TYPE.test(type)) return null;
  const mark = marks.find((each) => FIX_MARK.test(each));
  if (mark !== undefined) return strong("title-mark", `the title is marked ${mark}`);
  const words = byWords(parts);
  // A conventional title says what the change is; a label on it is about the issue behind.
  if (words || type !== null) return words;
  const label = defectLabel(labels);
  if (label !== null) return strong("label", `it is labelled ${label}`);
  if (closes)
    return claim("closes-defect", `it closes #${closes.number}, labelled ${closes.label}`, "code");
  if (headRef !== null && FIX_BRANCH.test(headRef)) {
    return claim("branch", `it comes from the branch ${headRef}`, "code");
  }
  return null;
}

/** The label that says that an issue or pull request is about a defect; null when none does. */
export const defectLabel = (labels: readonly string[]): string | null =>
  labels.find((name) => BUG_LABEL.test(name.trim())) ?? null;

function byWords({ type, subject }: Title): Claim | null {
  const starts = FIX_START.test(subject);
  // `chore: fix …` is as often about typos and tools as about the product.
  if (starts && (type === null || type !== "chore")) {
    return strong("title-start", "the title starts with a word for fixing");
  }
  const symptom = SYMPTOM.exec(subject)?.[0];
  if (starts && symptom) return strong("title-start", `the title fixes what is ${symptom}`);
  if (starts) {
    return claim("title-start", "the title starts with a word for fixing", "code and a test");
  }
  if (RESOLVES.test(subject)) return strong("title-resolves", "it says that it resolves an issue");
  if (type === null && FIX_INSIDE.test(subject)) {
    return strong("title-words", "the title calls it a fix");
  }
  if (symptom) {
    return claim("title-symptom", `the title names what went wrong: ${symptom}`, "code");
  }
  if (type === null && REPAIRING.test(subject)) {
    return claim("title-verb", "the title says what no longer goes wrong", "code");
  }
  if (type !== "chore" && KEEPING.test(subject)) {
    return claim("title-verb", "the title says what no longer goes wrong", "code and a test");
  }
  return null;
}

const strong = (rule: string, note: string): Claim => claim(rule, note, "nothing");

function claim(rule: string, note: string, needs: Claim["needs"]): Claim {
  return { rule, note, needs };
}
