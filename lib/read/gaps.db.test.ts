import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { denominatorOf, GapFilter, PAGE_SIZE, SORTS } from "#/lib/contract/gap-filter.ts";
import { GapsView } from "#/lib/contract/gaps.ts";
import { MEASURES } from "#/lib/coverage/measure.ts";
import { RUNGS } from "#/lib/coverage/rung/rungs.ts";
import { db } from "#/lib/store/db.ts";
import { NOW, readySample } from "#/lib/sync/testing/sample.ts";
import { claimGap } from "#/lib/workflow/claim-gap.ts";
import { actor } from "#/lib/workflow/testing/actors.ts";
import { readAllGapsOrThrow, readGapsOrThrow } from "./gaps.ts";

const sample = await readySample();
afterAll(() => sample.close());

const fleetEngineer = await actor("Fleet engineer", ["engineer"]);
const kimi = await actor("Kimi", ["engineer"], "agent");
const question = (filter: Record<string, unknown>) => ({
  slug: "2615",
  filter: GapFilter.parse(filter),
  clock: NOW,
  actorId: fleetEngineer.id,
});
const read = (filter: Record<string, unknown>) => readGapsOrThrow(question(filter));
const all = async (filter: Record<string, unknown>) =>
  (await readAllGapsOrThrow(question(filter))).rows;

const AUDIT = { measure: "has_test@1" };

describe("a filter lets through exactly what it says", () => {
  test.each([
    ["S30 no filter: every fix", {}, 154],
    ["S30 a verdict: the gaps", { verdict: "gap" }, 52],
    ["two verdicts: the denominator", { verdict: ["covered", "gap"] }, 154],
    ["S28 a repository", { repo: "core" }, 52],
    ["two repositories in one parameter", { repo: "core,cp" }, 154],
    ["S28 a repository and a verdict", { repo: "core", verdict: "gap" }, 11],
    ["a repository nobody has", { repo: "nowhere" }, 0],
    ["S32 a cluster", { cluster: "deploy-gate", verdict: "gap" }, 24],
    ["S32 a part of a cluster", { cluster: "deploy-gate", part: "workflows", verdict: "gap" }, 11],
    ["S38 in no cluster", { cluster: "none", verdict: "gap" }, 20],
    ["S38 in no cluster, of cp", { cluster: "none", repo: "cp", verdict: "gap" }, 12],
    ["S38 a cluster or none", { cluster: ["none", "deploy-gate"], verdict: "gap" }, 44],
    ["the rung blocking", { rung: "blocking" }, 25],
    ["the rung tested, where nothing gates it", { rung: "tested" }, 82],
    ["two rungs", { rung: "tested,blocking" }, 107],
    ["a rung on which none stands", { rung: "gated" }, 0],
    ["S33 a number", { q: "#724" }, 1],
    ["a number without its sign", { q: "724" }, 1],
    ["the name of a gap", { q: "gap-7" }, 1],
    ["words of the title in any case", { q: "FIX(DEPLOY-PIPELINE)", verdict: "gap" }, 5],
    ["a percent sign is itself", { q: "%" }, 0],
    ["an underscore is itself", { q: "fix_" }, 0],
    ["a backslash is itself", { q: "\\" }, 0],
    ["a quote and SQL are themselves", { q: "'; drop table item; --" }, 0],
    ["a number beyond an integer is only text", { q: "99999999999" }, 0],
  ])("%s", async (_what, filter, count) => {
    const view = GapsView.parse(await read({ ...AUDIT, ...filter }));
    expect(view.total).toBe(count);
    expect(view.rows).toHaveLength(Math.min(count, PAGE_SIZE));
    expect(await all({ ...AUDIT, ...filter })).toHaveLength(count);
  });

  test("what LIKE would read specially is found where it stands", async () => {
    const odd = "fix(core): 100%_done \\ twice";
    const where = { population: "fix" };
    const { itemId, title } = await db.standing.findFirstOrThrow({ where });
    await db.standing.update({ where: { itemId }, data: { title: odd } });
    for (const q of ["100%_", "%_done", "\\ twice"])
      expect((await all({ ...AUDIT, q })).map((row) => row.item)).toEqual([itemId]);
    await db.standing.update({ where: { itemId }, data: { title } });
  });

  test("the rungs divide the fixes", async () => {
    const counts = await Promise.all(RUNGS.map(async (rung) => (await read({ rung })).total));
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(154);
  });

  test("S12 the open issues are a list of their own", async () => {
    const view = await read({ population: "issue" });
    expect(view.total).toBe(await db.standing.count({ where: { population: "issue" } }));
    const kinds = new Set(view.rows.map(({ kind }) => kind));
    expect([...kinds].toSorted()).toEqual(["declared", "incident", "issue"]);
  });

  test("the counts are of the filter without its verdicts, and the choices are the program's", async () => {
    const view = await read({ ...AUDIT, repo: "cp", verdict: "gap" });
    expect(view.counts).toEqual({ covered: 61, gap: 41, waived: 0, unknown: 0 });
    expect(view.choices.repos).toEqual(["app", "ci", "core", "cp", "landingpage"]);
    expect(view.choices.clusters.map(({ key }) => key)).toEqual([
      "deploy-gate",
      "provisioner",
      "core-security-governance",
    ]);
  });

  test("a program that is not there", async () => {
    const asked = readGapsOrThrow({ ...question({}), slug: "absent" });
    await expect(asked).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("who has a gap", () => {
  beforeAll(async () => {
    const gaps = await all({ verdict: "gap", sort: "item" });
    const take = (n: number, by: typeof fleetEngineer, now: Date) =>
      claimGap({ ctx: { actor: by, now }, input: { item: gaps[n]?.item ?? 0 } });
    await take(0, fleetEngineer, NOW);
    await take(1, kimi, NOW);
    await take(2, kimi, new Date(NOW.getTime() - 31 * 60_000));
  });

  test.each([
    ["claimed: a lapsed lease is none", { state: "claimed" }, 2],
    ["unclaimed: the rest", { state: "unclaimed" }, 127],
    ["both: all", { state: "claimed,unclaimed" }, 129],
    ["one that is said twice counts once", { state: ["claimed", "claimed"] }, 2],
    ["an owner", { owner: "Kimi" }, 1],
    ["an owner in other letters is another", { owner: "kimi" }, 0],
  ])("%s", async (_what, filter, count) => {
    expect((await read({ verdict: "gap", ...filter })).total).toBe(count);
  });

  test("a row says who has it until when, and whether it is the reader", async () => {
    const rows = await all({ state: "claimed", sort: "item" });
    expect(rows.map(({ claim }) => claim)).toMatchObject([
      { by: "Fleet engineer", byKind: "person", mine: true, expiresAt: "2026-06-17T18:00:00.000Z" },
      { by: "Kimi", byKind: "agent", mine: false, expiresAt: "2026-06-12T18:30:00.000Z" },
    ]);
  });
});

describe("pages", () => {
  test.each(SORTS)("by %s they do not overlap and add up to the total", async (sort) => {
    await db.standing.updateMany({
      where: { population: "fix", rung: { in: ["none", "tested"] } },
      data: { enteredAt: NOW, title: "fix(core): the same again" },
    });
    const first = await read({ sort });
    expect(first.pages).toBe(4);
    const pages = await Promise.all(
      [1, 2, 3, 4].map(async (page) => (await read({ sort, page })).rows),
    );
    expect(pages.map((rows) => rows.length)).toEqual([50, 50, 50, 4]);
    const items = pages.flat().map(({ item }) => item);
    expect(new Set(items).size).toBe(154);
    expect(items).toEqual((await all({ sort })).map(({ item }) => item));
  });

  test("the orders are what they say, ties by the number of the item", async () => {
    const byItem = (await all({ sort: "item" })).map(({ item }) => item);
    expect(byItem).toEqual(byItem.toSorted((a, b) => a - b));
    expect((await all({ sort: "-item" })).map(({ item }) => item)).toEqual(byItem.toReversed());
    const entered = await all({ sort: "entered" });
    const expected = entered.toSorted(
      (a, b) => a.enteredAt.localeCompare(b.enteredAt) || a.item - b.item,
    );
    expect(entered).toEqual(expected);
    expect(await all({ sort: "-entered" })).toEqual(expected.toReversed());
    const titles = await all({ sort: "title", q: "the same again" });
    expect(titles.length).toBeGreaterThan(2 * PAGE_SIZE);
    expect(titles).toEqual(titles.toSorted((a, b) => a.item - b.item));
    const repos = (await all({ sort: "repo" })).map(({ alias }) => alias);
    expect(repos).toEqual(repos.toSorted());
  });

  test("a page beyond the end is the last one, and an empty list has one empty page", async () => {
    expect(await read({ page: 99 })).toMatchObject({ page: 4, pages: 4 });
    expect((await read({ page: 99 })).rows).toHaveLength(4);
    expect(await read({ repo: "nowhere", page: 3 })).toMatchObject({ page: 1, pages: 1, rows: [] });
  });
});

describe("S31 the list behind a percentage is as long as its denominator", () => {
  const places = ["core", "cp", undefined];
  const cases = MEASURES.flatMap((measure) => places.map((repo) => ({ measure, repo })));
  test.each(cases)("$measure of $repo", async ({ measure, repo }) => {
    const tallies = await db.repositoryTally.findMany({
      where: {
        measure,
        population: "fix",
        ...(repo ? { repositoryId: sample.idOf(repo) } : {}),
      },
    });
    const of = tallies.reduce((sum, { covered, gap }) => sum + covered + gap, 0);
    const query = Object.fromEntries(new URLSearchParams(denominatorOf(measure, repo)));
    expect((await read(query)).total).toBe(of);
    expect(of).toBeGreaterThan(0);
  });
});
