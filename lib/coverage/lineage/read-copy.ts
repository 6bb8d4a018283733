const PICKED = /\bcherry[- ]?pick(?:ed)?(?:\s+(?:from|of))?\s+#(\d{1,9})\b/i;
const BACKPORT =
  /\b(?:backport|forward-?port)(?:s|ed|ing)?(?:\s+(?:of|from))?\s+(?:PR\s+)?#(\d{1,9})\b/i;
const BEHIND = /\(#(\d{1,9})\)/g;
const TRAILER = /\(cherry picked from commit ([0-9a-f]{7,40})\)/gi;

export type CopyMarks = {
  /** Numbers that it says it is a copy of. */
  readonly said: readonly number[];
  /** Numbers behind its title, which name an issue as often as an original. */
  readonly behind: readonly number[];
  /** Commits that it was picked from. */
  readonly shas: readonly string[];
};

/** The marks by which a change shows that it is a cherry-pick or backport of another; null when it bears none. Source: `git cherry-pick -x` and the titles that backport bots write. */
export function readCopy(title: string, body: string | null): CopyMarks | null {
  const told = [PICKED.exec(title), BACKPORT.exec(title), BACKPORT.exec(body ?? "")];
  const said = [...new Set(told.flatMap((match) => (match?.[1] ? [Number(match[1])] : [])))];
  const behind = [...title.matchAll(BEHIND)].map((match) => Number(match[1]));
  const shas = [...(body ?? "").matchAll(TRAILER)].map((match) => (match[1] ?? "").toLowerCase());
  const isNone = said.length + behind.length + shas.length === 0;
  return isNone ? null : { said, behind, shas };
}
