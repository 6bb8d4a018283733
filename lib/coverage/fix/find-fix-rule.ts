import { pathMatcher } from "../test/path-matcher.ts";
import type { FixRule } from "./fix-rule.ts";
import { readTitle } from "./read-title.ts";

// Forges allow titles of 255 characters; the first line of a pushed commit may have a megabyte.
const TITLE_MAX = 500;

type Words = {
  readonly title: string;
  readonly labels: readonly string[];
  /** The branch that it came from; null when that is not known, and then no rule on branches applies. */
  readonly headRef: string | null;
};

/** The first rule that applies to a change by its words, with its place in the list from 1 on; null when none does. */
export function findFixRule(
  rules: readonly FixRule[],
  change: Words,
): { readonly rule: FixRule; readonly place: number } | null {
  if (rules.length === 0) return null;
  const read = readWords(change);
  const index = rules.findIndex((rule) => applies(rule, read));
  const rule = rules[index];
  return rule ? { rule, place: index + 1 } : null;
}

/** Whether any of several programs says of a change that it is a fix, each by the first of its rules that applies. */
export const isRuledFix = (programs: readonly (readonly FixRule[])[], change: Words): boolean =>
  programs.some((rules) => findFixRule(rules, change)?.rule.isFix === true);

// Once for all rules.
const readWords = ({ title, labels, headRef }: Words) => ({
  text: title.slice(0, TITLE_MAX).toLowerCase(),
  scopes: scopesOf(title),
  labels: labels.map(plain),
  headRef,
});

function applies({ when }: FixRule, read: ReturnType<typeof readWords>): boolean {
  const { text, scopes, labels, headRef } = read;
  return (
    (when.labels?.some((label) => labels.includes(plain(label))) ?? true) &&
    (when.scopes?.some((scope) => scopes.includes(plain(scope))) ?? true) &&
    (when.branches?.some((glob) => headRef !== null && pathMatcher(glob)(headRef)) ?? true) &&
    (when.titles?.some((literal) => stands(text, literal.toLowerCase())) ?? true)
  );
}

const plain = (text: string): string => text.trim().toLowerCase();

/** The scopes of a title: the whole one, and each of a list separated by commas. */
function scopesOf(title: string): readonly string[] {
  const scope = readTitle(title).scope?.toLowerCase() ?? "";
  return scope === "" ? [] : [scope, ...scope.split(",").map((part) => part.trim())];
}

/** Whether words stand in a text by themselves, not as a part of longer ones. */
function stands(text: string, literal: string): boolean {
  for (let at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + 1)) {
    const end = at + literal.length;
    if (!joins(text[at - 1], text[at]) && !joins(text[end - 1], text[end])) return true;
  }
  return false;
}

const WORD = /[\p{L}\p{N}_]/u;
const joins = (left = "", right = ""): boolean => WORD.test(left) && WORD.test(right);
