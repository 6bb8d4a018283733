import type { Held, Method } from "./link.ts";

export type Words = {
  /** `closed-by` turns the link round: an issue that says which pull request repaired it. */
  readonly relation: "closes" | "covers" | "closed-by" | "refs";
  readonly method: Method;
  /** False where the words leave room for another reading. */
  readonly isPlain: boolean;
  readonly held: Held | null;
};

export const MENTION: Words = { relation: "refs", method: "mention", isPlain: true, held: null };

const NOUN = String.raw`(?:(?:the\s{1,3})?(?:issue|bug|ticket|incident|regression|defect|gap|PR|pull request)s?\s{1,3})`;
const TAIL = String.raw`[*_]{0,3}:?[*_]{0,3}\s{0,4}(${NOUN})?[([<*_]{0,4}$`;
const TESTS = "(?:harness(?:es)?|tests?|gates?|guards?|checks?|suites?|specs?|coverage|cases?)";
const words = (pattern: string) => new RegExp(pattern + TAIL, "i");

// Keywords of Gitea and GitHub, with their optional colon; both lists are the same nine.
const CLOSING = words(String.raw`(?<![\w-])(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?)`);
const TRAILER = words(
  String.raw`(?:^|\n)[ \t]{0,3}(?:covers|gates?-for|gate|tests?-for|regression-(?:(?:test|gate|harness)-)?for|(?:covers|closes)-gap)(?=:)`,
);
const COVERING = words(String.raw`(?<![\w-])cover(?:s|ed|ing)?`);
const REGRESSION = words(
  String.raw`(?<![\w-])regression[ -]${TESTS}(?:\s{1,3}(?:for|of|against|covering)(?=[\s:])|(?=:)|\s{0,3}(?=\())`,
);
const COVERAGE = words(
  String.raw`(?<![\w-])(?:coverage|(?:e2e|smoke|end-to-end|deploy)[ -]${TESTS})\s{1,3}(?:for|of|against)(?=[\s:])`,
);
const CLOSED_BY = words(
  String.raw`(?<![\w-])(?:fixed|closed|resolved|patched|repaired)\s{1,3}(?:by|in|with|via)(?=[\s:])`,
);
const TITLE_HARNESS = new RegExp(
  String.raw`(?<![\w-])(?:regression|reproduction|repro)[ -]${TESTS}(?![\w-])[^(#]{0,120}\($`,
  "i",
);
const TITLE_SUFFIX = /\($/;
const FIX_TITLE =
  /^\s{0,9}(?:\[[^\]]{1,40}\]\s{0,3})?(?:fix|bugfix|hotfix|bug)(?:\([^()]{0,80}\))?!?:/i;

type Rule = {
  readonly pattern: RegExp;
  readonly says: Omit<Words, "held">;
  /** Set where the words name a test, which may be there already; a verb says what the change does. */
  readonly namesTest?: true;
};

const covers = (method: Method): Omit<Words, "held"> => ({
  relation: "covers",
  method,
  isPlain: true,
});
const RULES: readonly Rule[] = [
  { pattern: TRAILER, says: covers("covers-trailer") },
  { pattern: COVERING, says: covers("covers-words") },
  { pattern: REGRESSION, says: covers("covers-words"), namesTest: true },
  { pattern: COVERAGE, says: covers("covers-words"), namesTest: true },
  { pattern: CLOSING, says: { relation: "closes", method: "closing-keyword", isPlain: true } },
  { pattern: CLOSED_BY, says: { relation: "closed-by", method: "named-as-fix", isPlain: true } },
];
const TITLE_RULES: readonly Rule[] = [
  { pattern: TITLE_HARNESS, says: covers("title-harness"), namesTest: true },
  ...RULES,
];

export type Matched = {
  readonly says: Omit<Words, "held">;
  /** What stands in front of the words. */
  readonly lead: string;
  readonly namesTest: boolean;
};

/** What the words right in front of a reference say, and what stands in front of them; null where they say nothing but that it is mentioned. `before` is cut to a bounded length by the caller. */
export function readWords(before: string, isTitle: boolean): Matched | null {
  for (const { pattern, says, namesTest = false } of isTitle ? TITLE_RULES : RULES) {
    const found = pattern.exec(before);
    if (!found) continue;
    const lead = before.slice(0, found.index);
    // Forges close only what stands right behind the keyword; with a noun between, people mean the same.
    const isForges = says.relation !== "closes" || found[1] === undefined;
    const meant = isForges ? says : { ...says, method: "closing-words" as const, isPlain: false };
    return { says: meant, lead, namesTest };
  }
  if (isTitle && TITLE_SUFFIX.test(before) && FIX_TITLE.test(before)) {
    const says = { relation: "closes", method: "fix-title", isPlain: false } as const;
    return { says, lead: "", namesTest: false };
  }
  return null;
}
