import { describe, expect, test } from "vitest";
import { PolicyRules, PRESETS } from "#/lib/coverage/policy.ts";
import { known, unknown } from "#/lib/facts/known.ts";
import { db } from "#/lib/store/db.ts";
import { NO_OVERRIDES } from "#/lib/store/load-overrides.ts";
import { judgeBatches } from "./judge-batches.ts";
import { observe } from "./observe.ts";
import { day, shaOf, storedRepository } from "./testing/older-rows.ts";
import { REPOSITORY } from "./testing/rows.ts";

const SINCE = day(10);

/** What the rows of a window count as, by their numbers; and what is told of one. */
async function judge(id: number, { readsCommits = true } = {}) {
  const where = { repositoryId: id, committedAt: { gte: SINCE } };
  const direct = readsCommits
    ? known(await db.directCommit.findMany({ where }))
    : unknown("refused");
  const judged = await judgeBatches({
    repository: { ...REPOSITORY, id },
    window: { since: SINCE, until: day(28) },
    direct,
    gates: known([]),
    unfollowed: null,
    rules: PolicyRules.parse(PRESETS.gated),
    overrides: NO_OVERRIDES,
    observation: await observe({ ...REPOSITORY, id }, []),
    sources: new Set(),
    covering: new Set(),
  });
  return new Map(
    judged.classified.map(({ number, counts, copyOf, steps }) => [
      number,
      { counts, copyOf, notes: steps.map(({ note }) => note).join("\n") },
    ]),
  );
}

const reverts = (number: number) => `This reverts commit ${shaOf(number)}.`;

describe("a pushed revert", () => {
  test("takes the pull request back and is named, and its own revert puts it back", async () => {
    const { id, merged, pushed } = await storedRepository("pushed");
    await merged(11, { title: "fix: a" });
    await pushed(12, 'Revert "fix: a"', reverts(11));
    expect((await judge(id)).get(11)?.notes).toContain(`commit ${shaOf(12)} took it back`);
    expect((await judge(id, { readsCommits: false })).get(11)?.notes).not.toContain("took it back");
    await pushed(13, 'Reapply "fix: a"', reverts(12));
    expect((await judge(id)).get(11)?.notes).not.toContain("took it back");
  });

  test("leaves what was merged to another branch", async () => {
    const { id, merged, pushed } = await storedRepository("branches");
    await merged(11, { title: "fix: a", baseRef: "release" });
    await pushed(12, 'Revert "fix: a"');
    expect((await judge(id)).get(11)?.notes).not.toContain("took it back");
  });
});

describe("a copy of what was merged before the window", () => {
  test.each([
    ["by a trailer", "fix: b", `(cherry picked from commit ${shaOf(1)})`],
    ["by its title and number", "fix: a (#1)", ""],
  ])("%s is no item, and says why", async (name, title, body) => {
    const { id, merged } = await storedRepository(`older ${name}`);
    await merged(1, { title: "fix: a" });
    await merged(11, { title, body });
    const copy = (await judge(id)).get(11);
    expect(copy).toMatchObject({ counts: "excluded", copyOf: 1 });
    expect(copy?.notes).toContain("#1, which was merged before the window");
  });

  test.each([
    ["a pull request before the window", 2, false],
    ["a pull request inside it", 10, false],
    ["a pushed commit before the window", 2, true],
    ["a pushed commit inside it", 10, true],
  ])("which %s had taken back is the fix", async (name, on, isPushed) => {
    const { id, merged, pushed } = await storedRepository(`again ${name}`);
    await merged(1, { title: "fix: a" });
    // It names neither a number nor a commit, so that it is found by its title alone.
    if (isPushed) await pushed(on, 'Revert "fix: a"');
    else await merged(on, { title: 'Revert "fix: a"' });
    await merged(11, { title: "fix: a (#1)" });
    await merged(12, { title: "fix: a (#1)" });
    const judged = await judge(id);
    expect(judged.get(11)).toMatchObject({ counts: "fix", copyOf: 1 });
    expect(judged.get(12)).toMatchObject({ counts: "excluded", copyOf: 11 });
  });

  test("to another branch is the first on its own", async () => {
    const { id, merged } = await storedRepository("elsewhere");
    await merged(1, { title: "fix: a", baseRef: "release" });
    await merged(11, { title: "fix: a (#1)" });
    expect((await judge(id)).get(11)).toMatchObject({ counts: "fix", copyOf: 1 });
  });
});
