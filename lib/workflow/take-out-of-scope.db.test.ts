import { afterAll, describe, expect, test } from "vitest";
import { derivedRows, numberedItems } from "#/lib/assess/testing/derived.ts";
import { GapFilter } from "#/lib/contract/gap-filter.ts";
import { readGapsOrThrow } from "#/lib/read/gaps.ts";
import { readOverviewOrThrow } from "#/lib/read/overview.ts";
import { db } from "#/lib/store/db.ts";
import { NOW, readySample, SLUG } from "#/lib/sync/testing/sample.ts";
import { claimGap } from "./claim-gap.ts";
import { putInScope } from "./put-in-scope.ts";
import { takeOutOfScope } from "./take-out-of-scope.ts";
import { actor, lastDecision } from "./testing/actors.ts";

const sample = await readySample();
afterAll(() => sample.close());
const ctx = { actor: await actor("pam", ["program_manager"]), now: NOW };
const engineer = { actor: await actor("kimi", ["engineer"]), now: NOW };
const takeOut = (more: object = {}) =>
  takeOutOfScope({ ctx, input: { slug: SLUG, alias: "cp", reason: "another team’s", ...more } });
const overview = () => readOverviewOrThrow({ slug: SLUG, clock: NOW });
const listed = async () =>
  (
    await readGapsOrThrow({
      slug: SLUG,
      filter: GapFilter.parse({ measure: "has_test@1" }),
      clock: NOW,
      actorId: null,
    })
  ).total;
const rowsOf = async (repositoryId: number) =>
  Promise.all([
    db.repositoryAudit.count({ where: { repositoryId } }),
    db.repositoryTally.count({ where: { repositoryId } }),
    db.verdict.count({ where: { repositoryId } }),
    db.classification.count({ where: { repositoryId } }),
  ]);

describe("taking a repository out of a program's scope", () => {
  const cp = sample.idOf("cp");

  test("its items leave at once with their claims, its figures with the next assessment", async () => {
    const [rows, items] = [await derivedRows(), await numberedItems()];
    const { itemId } = await db.verdict.findFirstOrThrow({
      where: { repositoryId: cp, measure: "blocking", verdict: "gap" },
    });
    await claimGap({ ctx: engineer, input: { item: itemId } });
    await takeOut();
    expect(await lastDecision()).toMatchObject({ verb: "gap.release", subject: `GAP-${itemId}` });
    const decision = await db.decision.findFirst({ where: { verb: "scope.take_out" } });
    expect(decision).toMatchObject({
      subject: `program:${SLUG}`,
      before: { alias: "cp", syncEnabled: true },
      after: { reason: "another team’s" },
    });
    expect(await db.claim.count()).toBe(0);
    const before = await overview();
    expect(before.program.judging).toBe(true);
    expect([before.audited, before.inScopeRepositories]).toEqual([1, 4]);
    // What is shown is the same list and the same number, before the assessment too.
    expect(before.measures[0]?.tally.inScope).toBe(52);
    expect(await listed()).toBe(52);
    expect(Math.max(...before.issues.map(({ tally }) => tally.inScope))).toBeLessThan(18);

    await sample.assess();
    expect(await rowsOf(cp)).toEqual([0, 0, 0, 0]);
    expect((await overview()).measures).toEqual(before.measures);
    expect(await numberedItems()).toEqual(items);

    // Put back, everything is as it was, under the same numbers.
    const repository = await db.repository.findUniqueOrThrow({ where: { id: cp } });
    const entry = { slug: SLUG, sourceId: repository.sourceId, alias: "cp", syncEnabled: true };
    expect(await putInScope({ ctx, input: { ...entry, repository } })).toBe(cp);
    await sample.assess();
    expect(await derivedRows()).toEqual(rows);
    expect(await numberedItems()).toEqual(items);
  });

  test.each([
    ["an alias that the program has not", { alias: "nope" }, "not_found", /no repository.*nope/],
    ["another program", { slug: "absent" }, "not_found", /no program/],
  ])("%s is refused and leaves nothing", async (_what, more, code, message) => {
    const decisions = await db.decision.count();
    const refused = takeOut(more);
    await expect(refused).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
    expect(await db.decision.count()).toBe(decisions);
  });

  test("an engineer is refused, and of two at once one is too late", async () => {
    const refused = takeOutOfScope({
      ctx: engineer,
      input: { slug: SLUG, alias: "cp", reason: "because" },
    });
    await expect(refused).rejects.toMatchObject({ code: "forbidden" });
    const both = await Promise.allSettled([takeOut({ alias: "ci" }), takeOut({ alias: "ci" })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});
