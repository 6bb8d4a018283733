// Before a quoted title alone: a `fix: revert button` reverts nothing.
const TYPE = /^\s*[a-z]+(?:\([^()]*\))?!?:\s*(?=re(?:vert|apply|-?land)(?:s|ed)?:?\s+["“'])/i;
const QUOTED =
  /^\s*(?:revert|reapply|reland|re-land)(?:s|ed)?:?\s+["“'](.+)["”']\s*(?:\(#\d+\)\s*)?$/is;
const PLAIN = /^\s*revert(?:s|ed)?(?:\([^)]*\))?:\s+(.+)$/is;
const NUMBER = /\(#(\d{1,9})\)\s*$/;
const MERGE = /^Merge pull request (?:#(\d{1,9}) from |'.*' \(#(\d{1,9})\) from )/;
const BODY_SHA = /\bThis reverts commit ([0-9a-f]{7,40})\b/gi;
const BODY_NUMBER = /^[ \t]*Reverts?[ \t]+(?:[\w.-]+\/[\w.-]+)?[#!](\d{1,9})\b/gim;
const BEHIND = /^\((?:#\d{1,9}|cherry[- ]?pick[^()]*|backport[^()]*)\)$/;
const REVERT = /^\s*revert(s|ed)?\b(?!-)/i;
const REAPPLY = /^\s*(reapply|reland|re-land)\b/i;

export type Revert = {
  /** A revert takes back; a re-application brings back what was taken. */
  readonly takes: boolean;
  /** The title that it names, without its number; null when it names none. */
  readonly title: string | null;
  readonly numbers: readonly number[];
  /** Commit ids or their beginnings. */
  readonly shas: readonly string[];
};

/** What a change says it reverts or brings back; null when it says neither. Sources: the default messages of `git revert`, GitHub and Gitea. */
export function readRevert(title: string, body: string | null): Revert | null {
  const words = title.replace(TYPE, "");
  const takes = REVERT.test(words);
  if (!takes && !REAPPLY.test(words)) return null;
  const quoted = QUOTED.exec(words)?.[1] ?? null;
  if (words !== title && quoted === null) return null;
  const named = quoted ?? PLAIN.exec(title)?.[1] ?? null;
  const inTitle = named === null ? null : (MERGE.exec(named) ?? NUMBER.exec(named));
  const numbers = [...(body ?? "").matchAll(BODY_NUMBER)].map((match) => Number(match[1]));
  if (inTitle) numbers.push(Number(inTitle[1] ?? inTitle[2]));
  return {
    takes,
    title: named === null ? null : bareTitle(named),
    numbers: [...new Set(numbers)],
    shas: [...(body ?? "").matchAll(BODY_SHA)].map((match) => (match[1] ?? "").toLowerCase()),
  };
}

/** A title without the numbers that a forge puts behind it, in one case and with single blanks. */
export function bareTitle(title: string): string {
  let bare = title.replace(/\s+/g, " ").trim().toLowerCase();
  while (bare.endsWith(")")) {
    const open = bare.lastIndexOf("(");
    if (open === -1 || !BEHIND.test(bare.slice(open))) break;
    bare = bare.slice(0, open).trimEnd();
  }
  return bare;
}
