import { afterAll, describe, expect, test } from "vitest";
import { formatShare } from "#/lib/coverage/format-share.ts";
import { MEASURES, type Measure } from "#/lib/coverage/measure.ts";
import { addTallies } from "#/lib/coverage/tally.ts";
import { db } from "#/lib/store/db.ts";
import { STREAMS } from "#/lib/store/streams.ts";
import { NOW, readySample } from "#/lib/sync/testing/sample.ts";

const sample = await readySample();
afterAll(() => sample.close());

const tallyOf = (alias: string, measure: Measure, population = "fix") =>
  db.repositoryTally.findUniqueOrThrow({
    where: {
      programId_repositoryId_population_measure: {
        programId: sample.programId,
        repositoryId: sample.idOf(alias),
        population,
        measure,
      },
    },
  });

const totalOf = async (measure: Measure) =>
  addTallies([await tallyOf("core", measure), await tallyOf("cp", measure)]);

describe("the published table, at has_test@1", () => {
  test.each([
    ["S28 core", "core", 52, 41, 11, "78.8 %"],
    ["S29 cp", "cp", 102, 61, 41, "59.8 %"],
  ])(
    "%s: %s has %i fixes, %i with a test, %i without: %s",
    async (_s, alias, of, covered, gap, share) => {
      const tally = await tallyOf(alias, "has_test@1");
      expect(tally).toMatchObject({ inScope: of, covered, gap, waived: 0, unknown: 0 });
      expect(formatShare(tally.covered, tally.covered + tally.gap)).toBe(share);
    },
  );

  test("S30 S31 the total is of sums, not of shares: 154, 102, 52, 66.2 %", async () => {
    const total = await totalOf("has_test@1");
    expect(total).toEqual({ inScope: 154, covered: 102, gap: 52, waived: 0, unknown: 0 });
    expect(formatShare(total.covered, total.covered + total.gap)).toBe("66.2 %");
  });

  test("S30 every row of every measure and population divides into its four parts", async () => {
    const rows = await db.repositoryTally.findMany();
    expect(rows).toHaveLength(2 * 2 * MEASURES.length);
    for (const { inScope, covered, gap, waived, unknown } of rows)
      expect(covered + gap + waived + unknown).toBe(inScope);
  });
});

/** Judges the program as of a moment. */
async function standAt(standsAt: Date): Promise<void> {
  await db.program.update({ where: { id: sample.programId }, data: { standsAt } });
  await sample.assess();
}

describe("the rungs", () => {
  const missedAtBlocking = async () => {
    const missed = await db.standing.groupBy({
      by: ["missed"],
      where: {
        population: "fix",
        item: { verdicts: { some: { measure: "blocking", verdict: "gap" } } },
      },
      _count: true,
      orderBy: { missed: "asc" },
    });
    return missed.map(({ missed: rung, _count }) => [rung, _count]);
  };

  test("S53 five of the gate pull requests name a fix that they cover: 107 of 154 have evidence of a test, 25 hold up a merge", async () => {
    expect(await tallyOf("core", "tested")).toMatchObject({ inScope: 52, covered: 46 });
    expect(await tallyOf("cp", "tested")).toMatchObject({ inScope: 102, covered: 61 });
    const none = { waived: 0, unknown: 0 };
    expect(await totalOf("tested")).toEqual({ inScope: 154, covered: 107, gap: 47, ...none });
    for (const measure of ["gated", "executed", "blocking"] as const)
      expect(await totalOf(measure)).toEqual({ inScope: 154, covered: 25, gap: 129, ...none });
    expect(await missedAtBlocking()).toEqual([
      ["gated", 82],
      ["tested", 47],
    ]);
  });

  test("the explanation of a fix that is covered by another pull request tells of that evidence", async () => {
    const { steps } = await db.classification.findFirstOrThrow({
      where: { repositoryId: sample.idOf("core"), number: 2589 },
    });
    const rules = JSON.stringify(steps);
    expect(rules).toContain("The evidence reaches the rung blocking.");
    expect(rules).toContain("By core#2621, which says that it covers it.");
    expect(rules).not.toContain("reaches no rung");
  });

  test("S06 S38 as of the audit comment 20 of 154 hold up a merge, about the asserted 13 %, and nothing is unknown: 52 gaps miss the rung tested and 82 a higher one", async () => {
    await standAt(new Date("2026-06-12T01:10:00Z"));
    const parts = { inScope: 154, covered: 20, gap: 134, waived: 0, unknown: 0 };
    for (const measure of ["gated", "executed", "blocking"] as const)
      expect(await totalOf(measure)).toEqual(parts);
    expect(formatShare(20, 154)).toBe("13.0 %");
    expect(await totalOf("tested")).toMatchObject({ covered: 102, gap: 52 });
    expect(await missedAtBlocking()).toEqual([
      ["gated", 82],
      ["tested", 52],
    ]);
    await standAt(NOW);
  });

  test("every standing says why its item is one, and every unknown says what is missing", async () => {
    const standings = await db.standing.findMany();
    expect(standings.every(({ why }) => why.length > 0)).toBe(true);
    const reached = standings.filter(({ rung }) => rung === "blocking");
    // 25 fixes and two declared gaps.
    expect(reached).toHaveLength(27);
    for (const { unknownRung, unknownWhy } of reached) {
      expect(unknownRung).not.toBeNull();
      expect(unknownWhy).toMatch(/\w/);
    }
  });
});

test("every stream of both audited repositories were read whole, and none was refused", async () => {
  const where = { repositoryId: { in: [sample.idOf("core"), sample.idOf("cp")] } };
  expect(await db.syncStream.count({ where: { ...where, completedAt: null } })).toBe(0);
  expect(await db.syncStream.findMany({ where: { ...where, refusal: { not: null } } })).toEqual([]);
  expect(await db.syncStream.count({ where })).toBe(2 * STREAMS.length);
});

describe("what is in scope", () => {
  test("S12 S13 two of five repositories are audited; the others have no row, which is neither 0 % nor 100 %", async () => {
    const audits = await db.repositoryAudit.findMany({ orderBy: { repositoryId: "asc" } });
    expect(audits.map((row) => row.repositoryId)).toEqual([sample.idOf("core"), sample.idOf("cp")]);
    for (const alias of ["ci", "app", "landingpage"]) {
      const where = { repositoryId: sample.idOf(alias) };
      expect(await db.repositoryTally.count({ where })).toBe(0);
      expect(await db.item.count({ where })).toBe(0);
    }
  });

  test("S12 every open issue of the two is an item but the tracking issue", async () => {
    const open = [...sample.core.issues, ...sample.cp.issues].filter(
      (issue) => issue.state === "open",
    );
    expect(await db.item.count({ where: { kind: { in: ["issue", "incident"] } } })).toBe(
      open.length - 1,
    );
    const tracking = { repositoryId: sample.idOf("core"), number: 2615 };
    expect(await db.item.count({ where: tracking })).toBe(0);
    expect(await db.issue.count({ where: tracking })).toBe(1);
  });

  test("S03 an open issue or a declared gap is no member of the fixes' figures, and only what two merged gates are said to close counts as resolved", async () => {
    const issues = addTallies([
      await tallyOf("core", "blocking", "issue"),
      await tallyOf("cp", "blocking", "issue"),
    ]);
    expect(issues.inScope).toBe(await db.standing.count({ where: { population: "issue" } }));
    expect(issues.covered).toBe(2);
    const resolved = await db.standing.findMany({
      where: { resolution: "RESOLVED" },
      include: { item: true },
    });
    expect(resolved.map(({ item }) => item.kind)).toEqual(["declared", "declared"]);
    expect(await db.verdict.count({ where: { population: "issue", measure: "has_test@1" } })).toBe(
      0,
    );
  });

  test("merged pull requests divide into fixes, excluded and unclassified ones", async () => {
    for (const [alias, repository] of [
      ["core", sample.core],
      ["cp", sample.cp],
    ] as const) {
      const key = { programId: sample.programId, repositoryId: sample.idOf(alias) };
      const audit = await db.repositoryAudit.findUniqueOrThrow({
        where: { programId_repositoryId: key },
      });
      expect(audit.merged).toBe(repository.pulls.filter((pull) => pull.mergedAt !== null).length);
      expect(audit.fixes + audit.excluded + audit.unclassified).toBe(audit.merged);
    }
  });

  test("items are numbered by the moment they entered, from 1 on and without a hole", async () => {
    const standings = await db.standing.findMany({ orderBy: { itemId: "asc" } });
    expect(standings.map(({ itemId }) => itemId)).toEqual(standings.map((_, index) => index + 1));
    const entered = standings.map(({ enteredAt }) => enteredAt.getTime());
    expect(entered).toEqual(entered.toSorted((a, b) => a - b));
  });
});

describe("what links say of open issues", () => {
  test("S03 none has a gate or a repair linked, so each is an open gap, and so is one of the three that were declared", async () => {
    const issues = addTallies([
      await tallyOf("core", "tested", "issue"),
      await tallyOf("cp", "tested", "issue"),
    ]);
    expect(issues).toMatchObject({ inScope: 18, covered: 2, gap: 16, unknown: 0 });
    const resolutions = await db.standing.groupBy({
      by: ["resolution"],
      where: { population: "issue" },
      _count: true,
      orderBy: { resolution: "asc" },
    });
    expect(resolutions.map(({ resolution, _count }) => [resolution, _count])).toEqual([
      ["OPEN", 16],
      ["RESOLVED", 2],
    ]);
  });
});

describe("the burn-down", () => {
  test.each(MEASURES)("the last day of %s is the total of its tallies", async (measure) => {
    const last = await db.dailyCount.findFirstOrThrow({
      where: { measure },
      orderBy: { day: "desc" },
    });
    expect(last.day).toEqual(new Date("2026-06-12T00:00:00Z"));
    const { inScope, covered, gap, waived, unknown } = last;
    expect({ inScope, covered, gap, waived, unknown }).toEqual(await totalOf(measure));
  });
});

describe("what stands in the gate catalogue", () => {
  test("S18 S20 core and cp have their workflows as gates, each job once", async () => {
    const gates = await db.gate.findMany();
    const workflowsOf = (alias: string) =>
      new Set(
        gates
          .filter((gate) => gate.repositoryId === sample.idOf(alias))
          .map(({ workflow }) => workflow.replace(/^.*\/|\.ya?ml$/g, "")),
      );
    for (const name of ["boot-to-registration", "e2e-api", "e2e-chat", "e2e-staging-saas"])
      expect(workflowsOf("core")).toContain(name);
    for (const name of ["serving-e2e-keys-ssot", "provider-live-e2e", "provider-pr-smoke"])
      expect(workflowsOf("cp")).toContain(name);
    expect(new Set(gates.map((g) => `${g.repositoryId} ${g.workflow} ${g.job}`)).size).toBe(
      gates.length,
    );
  });
});
