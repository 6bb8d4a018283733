import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { merged, pushed, shaOf } from "../testing/change.ts";
import type { ChangeFacts } from "./change-facts.ts";
import { traceLineage } from "./trace-lineage.ts";

describe("pushed commits", () => {
  const fix = merged(1, "fix: a");
  const names = (id: string) => ({ body: `This reverts commit ${id}.\n` });
  const one = "b".repeat(40);
  const two = "c".repeat(40);
  const three = "d".repeat(40);
  const takes = pushed(one, 2, 'Revert "fix: a (#1)"', names(shaOf(1)));
  const revertedBy = (...changes: readonly ChangeFacts[]) =>
    traceLineage([fix, ...changes]).get(1)?.revertedBy ?? null;

  test.each([
    ["the message of git", takes],
    ["a title alone", pushed(one, 2, 'Revert "fix: a"')],
    ["a commit alone", pushed(one, 2, "Revert it", names(shaOf(1)))],
  ])("%s takes a pull request back, and says which commit did", (_name, revert) => {
    expect(revertedBy(revert)).toBe(one);
  });

  test.each([
    ["the older message of git", 'Revert "Revert "fix: a (#1)""', names(one)],
    ["the newer message of git", 'Reapply "fix: a (#1)"', names(one)],
    ["a title alone", 'Reapply "fix: a (#1)"', {}],
    ["a cherry-pick", "fix: a", { body: `(cherry picked from commit ${shaOf(1)})` }],
  ])("%s puts it back, and its own revert takes it again", (_name, title, more) => {
    const back = pushed(two, 3, title, more);
    expect(revertedBy(takes, back)).toBeNull();
    const again = pushed(three, 4, `Revert "${title}"`, names(two));
    expect(revertedBy(takes, back, again)).not.toBeNull();
  });

  test("what a pull request took back a pushed commit puts back, and the other way round", () => {
    const byPullRequest = merged(2, 'Revert "fix: a"');
    expect(revertedBy(byPullRequest, pushed(one, 3, "Revert it", names(shaOf(2))))).toBeNull();
    expect(revertedBy(takes, merged(3, 'Revert "Revert "fix: a (#1)""'))).toBeNull();
  });

  test("the revert of a pushed commit leaves the pull request of its title", () => {
    const again = pushed(one, 2, "fix: a");
    expect(revertedBy(again, pushed(two, 3, 'Revert "fix: a"', names(one)))).toBeNull();
  });

  test("is no original, so that a pull request which picks it is an item", () => {
    const picked = merged(3, "fix: b", { body: `(cherry picked from commit ${one})` });
    expect(traceLineage([pushed(one, 2, "fix: b"), picked]).get(3)).toBeUndefined();
  });

  test("within one second a revert stands behind what it names", () => {
    const [last, first] = [pushed(one, 2, "Revert it", names(two)), pushed(two, 2, "x", {})];
    const middle = pushed(three, 2, "Revert it", names(one));
    const revert = { ...first, ...takes, id: two, sha: two };
    expect(revertedBy(revert, last)).toBeNull();
    expect(revertedBy(revert, last, middle)).toBe(two);
  });
});

test("a chain of reverts ends where its length says, whoever pushed them, whatever they name and wherever the window begins", () => {
  const link = fc.record({ isPushed: fc.boolean(), byTitle: fc.boolean(), isOlder: fc.boolean() });
  fc.assert(
    fc.property(fc.array(link, { minLength: 1, maxLength: 9 }), (links) => {
      const chain = [merged(1, "fix: a")];
      for (const [at, { isPushed, byTitle, isOlder }] of links.entries()) {
        const last = chain[at];
        const title = byTitle ? `Revert "${last?.title}"` : `Revert ${at}`;
        const body = byTitle ? null : `This reverts commit ${last?.sha}.`;
        const more = { body, ...(isOlder ? { isOlder } : {}) };
        const sha = `${at}`.padStart(40, "e");
        chain.push(isPushed ? pushed(sha, at + 2, title, more) : merged(at + 2, title, more));
      }
      const { revertedBy = null } = traceLineage(chain).get(1) ?? {};
      expect(revertedBy !== null).toBe(links.length % 2 === 1);
    }),
  );
});
