import type { Held } from "./link.ts";
import type { Matched } from "./read-words.ts";

const CLAUSE = /[,;:()—–]|\s-\s|\b(?:but|and)\b/g;
const AUXILIARY =
  /\b(?:(?:do|does|did|will|would|can|could|should|may|might|must|shall)\s+not|(?:do|does|did|wo|would|ca|could|should|must|is|are|was|were|has|have|had)n['’]?t|cannot)\b(?:\s+[\w'’-]+){0,3}\s*$/i;
const DIRECT =
  /\b(?:not|never|no longer|nor|neither|without|hardly|barely|nothing|instead of|rather than|far from|fails? to|unable to)(?:\s+(?:yet|really|fully|completely|actually|entirely|to|be|been|being|a|an|the|any|of|that|does|do))*\s*$/i;
const CONDITION =
  /\b(?:if|whether|unless|until|suppose|assuming|in case|see if)\b(?:\s+[\w'’#-]+){0,4}\s*$/i;
const REVERTING =
  /\b(?:revert(?:s|ed|ing)?|undo(?:es|ing)?|backs? out|rolls? back)\b(?:\s+[\w'’"-]+){0,6}\s*$/i;
const PARTLY =
  /\b(?:partial(?:ly)?|partly|in part|part of|half|attempts? to|attempting to|tr(?:y|ies|ying) to|helps? to|helps?|towards?)\s*$/i;
const PLANNED =
  /\b(?:todo|needs?|requires?|remains?|remaining|plans?|planned|planning|wants?)(?:\s+(?:to|a|an|the|be|more|some))*\s*$|\b(?:going|has|have|had|still|how|left|supposed)\s+to(?:\s+be)?\s*$|\b(?:later|next|future|separate|another|follow-?up)(?:\s+(?:PR|pull request|change|commit|issue|one|patch))?\s*$/i;
const MODAL =
  /\b(?:will|would|should|may|might|could|can|shall|must|hopefully|probably|maybe|perhaps|likely)(?:\s+(?:also|now|then|be|have))*\s*$/i;
/** A keyword behind one of these is a noun or an adjective: "the fix #12 broke it". */
const NAMING =
  /\b(?:the|an?|its|our|your|previous|earlier|original|last|from|since|like|as|see|of|by|in|after|before)\s*$/i;
const ABSENT =
  /\b(?:no|without|missing|miss(?:es)?|lacks?|lacking|needs?|requires?|wants?|todo|awaiting|pending|remov(?:e|es|ed|ing)|delet(?:e|es|ed|ing)|drop(?:s|ped|ping)?|disabl(?:e|es|ed|ing)|skip(?:s|ped|ping)?|quarantin(?:e|es|ed|ing)|mut(?:e|es|ed|ing)|flaky|broken|planned|future|revert(?:s|ed|ing)?|instead of|in place of|de-?flake)(?:\s+[\w'’-]+){0,3}\s*$/i;
/** Work on a test that is there already. */
const MAINTAINING =
  /\b(?:fix(?:e[sd]|ing)?|mov(?:e|es|ed|ing)|renam(?:e|es|ed|ing)|refactor(?:s|ed|ing)?|reformat(?:s|ted)?|stabili[sz](?:e|es|ed|ing)|speed(?:s|ing)? up|relax(?:es|ed)?|weaken(?:s|ed)?)(?:\s+[\w'’-]+){0,3}\s*$/i;
const DEFINITE = /\b(?:the|that|its|our|old|current)(?:\s+[\w-]+)?\s*$/i;
const ALREADY = /\b(?:already|existing|currently|previously|formerly|used to)\b/i;
const ADDING =
  /\b(?:add(?:s|ed|ing)?|writ(?:e|es|ing|ten)|wrote|bring(?:s|ing)?|includ(?:e|es|ed|ing)|introduc(?:e|es|ed|ing)|creat(?:e|es|ed|ing)|extend(?:s|ed|ing)?|strengthen(?:s|ed)?|improv(?:e|es|ed)|ships?|shipped|contains?|provid(?:e|es|ed)|implement(?:s|ed)?|is|are|with|here)\b/i;
/** What stands before a colon and says that the rest is not done. */
const LATER =
  /^[\s\W]{0,9}(?:todo|to do|follow[- ]?ups?|next|later|planned|plans?|future|remaining|wip|out of scope|non-goals?|not (?:in scope|done|covered|fixed|closed|yet))\b[^:\n]{0,40}:/i;
const LATER_HEADING =
  /^\W{0,9}(?:todo|to do|follow[- ]?ups?|next(?: steps)?|later|planned|plans?|future(?: work)?|remaining|out of scope|non-goals?|not (?:in scope|done|covered|fixed|closed|yet)|uncovered|open questions?)\b/i;
const STILL =
  /^[)\]*_\s]{0,6}(?:is|are|was|were|remains?|stays?|still|needs?|will|does|has|have|can|could|should|would|looks?|seems?|must)\b/i;
const ABSENT_BEHIND =
  /^[)\]*_\s]{0,6}(?:is|are)\s{1,3}(?:still\s{1,3})?(?:missing|needed|pending|absent|lacking|not|required|planned|flaky|disabled|skipped)\b|^[)\]*_\s]{0,6}(?:would|should|needs?|will|could|might)\b/i;
const IN_PART = /^[)\]*_\s(,]{0,6}(?:only\s{1,3})?(?:partial(?:ly)?|partly|in part)\b/i;

export type Doubt = { readonly held: Held | null; readonly isPlain: boolean };

const PLAIN: Doubt = { held: null, isPlain: true };
const held = (why: Held): Doubt => ({ held: why, isPlain: false });

/** Why the words of a claim are none, by what stands in front of them in the sentence; `isPlain` is false where they only leave room. */
export function readDoubt({ lead, says, namesTest }: Matched): Doubt {
  const clause = lastClause(lead);
  if (REVERTING.test(clause)) return held("reverted");
  if (AUXILIARY.test(clause) || DIRECT.test(clause) || CONDITION.test(clause)) {
    return held("negated");
  }
  if (PARTLY.test(clause)) return held("partial");
  if (LATER.test(lead) || PLANNED.test(clause)) return held("planned");
  if (says.relation === "covers") {
    if (ABSENT.test(clause)) return held("negated");
    if (isThere(clause, namesTest)) return held("not-a-change");
    return MODAL.test(clause) ? held("planned") : PLAIN;
  }
  if (says.relation === "closes" && NAMING.test(clause)) return held("not-a-change");
  return { held: null, isPlain: !MODAL.test(clause) };
}

/** Whether a test is spoken of that is there without the change. */
function isThere(clause: string, namesTest: boolean): boolean {
  if (!namesTest) return ALREADY.test(clause);
  if (MAINTAINING.test(clause)) return true;
  return (DEFINITE.test(clause) || ALREADY.test(clause)) && !ADDING.test(clause);
}

/** Whether what is listed below a heading is still to be done. */
export const isLater = (heading: string): boolean => LATER_HEADING.test(heading);

/** Whether the words behind a reference say that only a part of it is meant. */
export const isInPart = (after: string): boolean => IN_PART.test(after);

/** Whether the words behind a reference say that the test in front of it is not there. */
export const isAbsent = (after: string): boolean => ABSENT_BEHIND.test(after);

/** Whether a new statement begins behind a reference, so that it ends no list: "fixes #1 and #2 is open". */
export const beginsStatement = (after: string): boolean => STILL.test(after);

function lastClause(lead: string): string {
  let start = 0;
  for (const found of lead.matchAll(CLAUSE)) start = found.index + found[0].length;
  return lead.slice(start);
}
