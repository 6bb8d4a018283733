import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PolicyRules, PRESETS } from "#/lib/coverage/policy.ts";
import { readProgramRows } from "#/lib/read/program-rows.ts";
import { db } from "#/lib/store/db.ts";
import { NOW, readySample } from "#/lib/sync/testing/sample.ts";
import { addProgram } from "#/lib/workflow/add-program.ts";
import { decideFix } from "#/lib/workflow/decide-fix.ts";
import { assessProgram } from "./assess-program.ts";

const sample = await readySample();
afterAll(() => sample.close());

// Half a day ahead of the sample's own days, so that an evening's merge is on the next day.
const ZONE = "Pacific/Auckland";
const SINCE = new Date("2026-05-15T00:00:00Z");

/** Every derived row of one program, but for when it was judged. */
async function rowsOf(programId: number): Promise<string> {
  const where = { programId };
  const rows = await Promise.all([
    db.item.findMany({ where, orderBy: { id: "asc" } }),
    db.standing.findMany({ where, orderBy: { itemId: "asc" } }),
    db.verdict.findMany({ where, orderBy: [{ itemId: "asc" }, { measure: "asc" }] }),
    db.dailyCount.findMany({ where, orderBy: [{ measure: "asc" }, { day: "asc" }] }),
    db.repositoryTally.findMany({
      where,
      orderBy: [{ repositoryId: "asc" }, { population: "asc" }, { measure: "asc" }],
    }),
    db.classification.findMany({
      where,
      orderBy: [{ repositoryId: "asc" }, { number: "asc" }],
    }),
    db.cluster.count({ where }),
  ]);
  return JSON.stringify(rows);
}

/** The days on which fixes entered, as the last line of the burn-down has them, and how many each. */
async function entriesOf(programId: number): Promise<Record<string, number>> {
  const points = await db.dailyCount.findMany({
    where: { programId, measure: "tested" },
    orderBy: { day: "asc" },
  });
  const entered: Record<string, number> = {};
  for (const [index, { day, inScope }] of points.entries()) {
    const more = inScope - (points[index - 1]?.inScope ?? 0);
    if (more !== 0) entered[day.toISOString().slice(0, 10)] = more;
  }
  return entered;
}

async function mergesByDay(programId: number, timeZone: string): Promise<Record<string, number>> {
  const day = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" });
  const standings = await db.standing.findMany({ where: { programId, population: "fix" } });
  const merged: Record<string, number> = {};
  for (const { enteredAt } of standings) {
    const key = day.format(enteredAt);
    merged[key] = (merged[key] ?? 0) + 1;
  }
  return merged;
}

describe("two programs over one repository", () => {
  let second = 0;
  beforeAll(async () => {
    second = await addProgram({
      ctx: sample.ctx,
      input: {
        slug: "second",
        name: "Second",
        fixesSince: SINCE,
        timeZone: ZONE,
        rules: PolicyRules.parse({ ...PRESETS.gated, ciCountsAsProduct: true }),
        standsAt: NOW,
      },
    });
    await db.programRepository.create({
      data: { programId: second, repositoryId: sample.idOf("core"), alias: "kernel" },
    });
  });

  test("judging one touches no row of the other, either way", async () => {
    const before = await rowsOf(sample.programId);
    await assessProgram(second, NOW);
    expect(await rowsOf(sample.programId)).toBe(before);
    const own = await rowsOf(second);
    await sample.assess();
    expect(await rowsOf(second)).toBe(own);
    expect(await rowsOf(sample.programId)).toBe(before);
  });

  test("each has its own policy, scope and window", async () => {
    const [first, other] = await readProgramRows(NOW);
    expect(first).toMatchObject({ measure: "blocking", audited: 2, inScopeRepositories: 5 });
    expect(other).toMatchObject({
      measure: "gated",
      policyName: "gated",
      timeZone: ZONE,
      audited: 1,
      inScopeRepositories: 1,
    });
    const since = await db.standing.count({
      where: {
        programId: sample.programId,
        repositoryId: sample.idOf("core"),
        population: "fix",
        enteredAt: { gte: SINCE },
      },
    });
    expect(other?.fixes.inScope).toBe(since);
    expect(since).toBeLessThan(52);
    expect(since).toBeGreaterThan(0);
    // An item is the program's own: the same fix has a number in each.
    const shared = await db.item.groupBy({
      by: ["naturalKey"],
      _count: true,
      having: { naturalKey: { _count: { gt: 1 } } },
    });
    expect(shared.length).toBeGreaterThanOrEqual(since);
  });

  test("daily counts fall on the days of each one's time zone", async () => {
    for (const [programId, zone] of [
      [sample.programId, "UTC"],
      [second, ZONE],
    ] as const)
      expect(await entriesOf(programId)).toEqual(await mergesByDay(programId, zone));
    expect(await entriesOf(second)).not.toEqual(await mergesByDay(second, "UTC"));
  });

  test("a person's word in one is none in the other", async () => {
    const { item } = await db.standing.findFirstOrThrow({
      where: { programId: second, population: "fix", missed: "tested" },
      include: { item: true },
    });
    const before = await rowsOf(sample.programId);
    const tally = async () => (await readProgramRows(NOW))[1]?.fixes.inScope ?? 0;
    const inScope = await tally();
    const word = { slug: "second", repo: "kernel", number: item.number ?? 0 };
    const reason = "It only renames a flag.";
    await decideFix({ ctx: sample.ctx, input: { ...word, isFix: false, reason } });
    await assessProgram(second, NOW);
    await sample.assess();
    expect(await tally()).toBe(inScope - 1);
    expect(await rowsOf(sample.programId)).toBe(before);
  });
});
