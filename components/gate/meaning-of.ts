import { FINDING_MEANINGS, type FindingKind } from "#/lib/coverage/gate/finding.ts";

const isKind = (rule: string): rule is FindingKind => Object.hasOwn(FINDING_MEANINGS, rule);

/** What a kind of finding means; null for one that this version does not know. */
export const meaningOf = (rule: string): string | null =>
  isKind(rule) ? FINDING_MEANINGS[rule] : null;

/** A kind of finding as words. */
export const ruleText = (rule: string): string => rule.replaceAll("_", " ");
