import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rebuild } from "#/lib/assess/rebuild.ts";
import { MergedFilter } from "#/lib/contract/merged.ts";
import { readItemOrThrow } from "#/lib/read/item.ts";
import { readMergedOrThrow } from "#/lib/read/merged.ts";
import { db } from "#/lib/store/db.ts";
import { NOW, readySample, SLUG } from "#/lib/sync/testing/sample.ts";
import { archiveProgram } from "./archive-program.ts";
import { claimGap } from "./claim-gap.ts";
import { decideFix } from "./decide-fix.ts";
import { decideTestKind } from "./decide-test-kind.ts";
import { actor, lastDecision } from "./testing/actors.ts";

const sample = await readySample();
afterAll(() => sample.close());

const manager = await actor("kimi", ["program_manager"]);
const engineer = await actor("fleet-engineer", ["engineer"]);
const ctx = { actor: manager, now: NOW };
const reason = "It only renames a flag.";

const merged = (more: Record<string, unknown> = {}) =>
  readMergedOrThrow({ slug: SLUG, filter: MergedFilter.parse(more) });
const tallyOf = async (measure: string) => {
  const where = { repositoryId: sample.idOf("core"), population: "fix", measure };
  const { inScope, covered, gap } = await db.repositoryTally.findFirstOrThrow({ where });
  return { inScope, covered, gap };
};
const gapOfCore = () =>
  db.standing.findFirstOrThrow({
    where: { repositoryId: sample.idOf("core"), population: "fix", missed: "tested" },
    include: { item: true },
  });

describe("a person's word on a fix", () => {
  let number = 0;
  let itemId = 0;
  beforeAll(async () => {
    const gap = await gapOfCore();
    number = gap.item.number ?? 0;
    itemId = gap.itemId;
  });
  const decide = (isFix: boolean | null, of = number) =>
    decideFix({ ctx, input: { slug: SLUG, repo: "core", number: of, isFix, reason } });

  test("takes it out of the scope with its reason, releases its claim, and survives a rebuild and a resync", async () => {
    await claimGap({ ctx: { actor: engineer, now: NOW }, input: { item: itemId } });
    expect((await merged()).judging).toBe(false);
    await decide(false);
    expect((await merged()).judging).toBe(true);
    expect(await lastDecision()).toMatchObject({ verb: "gap.release", subject: `GAP-${itemId}` });
    expect(await db.claim.count()).toBe(0);

    for (const again of [sample.assess, sample.syncAll, () => rebuild(NOW)]) {
      await again();
      expect((await merged()).judging).toBe(false);
      expect(await tallyOf("tested")).toEqual({ inScope: 51, covered: 46, gap: 5 });
      const [row] = (await merged({ q: `#${number}`, repo: "core" })).rows;
      // It stays a row of the founding audit's own measure, whose rule knows no decisions.
      expect(row).toMatchObject({ number, kind: "other", item: itemId });
      const measures = await db.verdict.findMany({ where: { itemId }, select: { measure: true } });
      expect(measures).toEqual([{ measure: "has_test@1" }]);
      expect(row?.decision).toMatchObject({ isFix: false, reason, by: "kimi" });
      expect(row?.steps.map(({ rule }) => rule)).toContain("decided");
    }
  });

  test("the same word again is a conflict and leaves no decision", async () => {
    const before = await db.decision.count();
    await expect(decide(false)).rejects.toMatchObject({ code: "conflict" });
    expect(await db.decision.count()).toBe(before);
  });

  test("two who say the same at once leave one word and one conflict", async () => {
    const { rows } = await merged({ repo: "core", kind: "refactor" });
    const of = rows[0]?.number ?? 0;
    const before = await db.override.count();
    const both = await Promise.allSettled([decide(true, of), decide(true, of)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await db.override.count()).toBe(before + 1);
    await decide(null, of);
  });

  test("the founding audit's figures are a rule of their own and stay", async () => {
    expect(await tallyOf("has_test@1")).toEqual({ inScope: 52, covered: 41, gap: 11 });
  });

  test("taken back, the rules decide again and the item has its old number", async () => {
    await decide(null);
    await sample.assess();
    expect(await tallyOf("tested")).toEqual({ inScope: 52, covered: 46, gap: 6 });
    const item = await readItemOrThrow({ item: itemId, clock: NOW, actorId: null });
    expect(item.decision).toBeNull();
    expect(item.activity.map(({ verb }) => verb)).toEqual([
      "gap.claim",
      "fix.exclude",
      "gap.release",
      "fix.by_rules",
    ]);
    await expect(decide(null)).rejects.toMatchObject({ code: "conflict" });
  });

  test("makes an item of what no rule calls a fix, and its patches are read by the next sync", async () => {
    const { rows } = await merged({ repo: "core", kind: "feature" });
    const feature = rows[0]?.number ?? 0;
    const held = () => db.filePatch.count({ where: { number: feature } });
    expect(await held()).toBe(0);
    await decide(true, feature);
    await sample.sync("core");
    await sample.assess();
    expect(await held()).toBeGreaterThan(0);
    const row = (await merged({ counts: "fix", q: `#${feature}`, repo: "core" })).rows[0];
    expect(row?.item).not.toBeNull();
    await decide(null, feature);
    await sample.assess();
  });

  test.each([
    ["what was never merged", { number: 999_999 }, "not_found"],
    ["another repository", { repo: "nowhere" }, "not_found"],
    ["another program", { slug: "none" }, "not_found"],
  ])("on %s is refused", async (_name, more, code) => {
    const input = { slug: SLUG, repo: "core", number, isFix: false, reason, ...more };
    await expect(decideFix({ ctx, input })).rejects.toMatchObject({ code });
  });

  test("takes a role that decides", async () => {
    const input = { slug: SLUG, repo: "core", number, isFix: false, reason };
    const refused = decideFix({ ctx: { actor: engineer, now: NOW }, input });
    await expect(refused).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("a person's word on the kind of tests", () => {
  const decide = (kind: "unit" | "e2e" | null, paths = "canvas/**") =>
    decideTestKind({ ctx, input: { slug: SLUG, repo: "core", paths, kind, reason } });
  const gated = () => tallyOf("gated");

  test("lowers what rested on the kind, is listed, and survives a rebuild", async () => {
    const before = await gated();
    await decide("unit", "tests/e2e/**");
    for (const again of [sample.assess, () => rebuild(NOW)]) {
      await again();
      expect((await gated()).covered).toBeLessThan(before.covered);
    }
    expect((await merged()).testKinds).toMatchObject([
      { alias: "core", paths: "tests/e2e/**", kind: "unit", reason, by: "kimi" },
    ]);
    await decide(null, "tests/e2e/**");
    await sample.assess();
    expect(await gated()).toEqual(before);
    expect((await merged()).testKinds).toEqual([]);
  });

  test("the same word again, and taking back what nobody said, is a conflict", async () => {
    await decide("e2e");
    await expect(decide("e2e")).rejects.toMatchObject({ code: "conflict" });
    await decide(null);
    await expect(decide(null)).rejects.toMatchObject({ code: "conflict" });
  });
});

test("the list divides every merged pull request, and its filters narrow it", async () => {
  const all = await merged();
  const audits = await db.repositoryAudit.findMany();
  const sum = (of: "fixes" | "excluded" | "unclassified") =>
    audits.reduce((total, audit) => total + audit[of], 0);
  expect([all.counts.fix, all.counts.excluded, all.counts.unclassified]).toEqual([
    sum("fixes"),
    sum("excluded"),
    sum("unclassified"),
  ]);
  expect(all.total).toBe(sum("excluded"));
  const core = await merged({ repo: "core" });
  expect(core.total).toBeLessThan(all.total);
  expect((await merged({ q: "%" })).total).toBe(0);
});

test("a fix that no pull request brought is excluded, counted and listed with its reason", async () => {
  const { counts, rows, total } = await merged({ counts: "direct" });
  expect([counts.direct, total]).toEqual([rows.length, rows.length]);
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) {
    expect(row).toMatchObject({ number: null, item: null, decision: null });
    expect(row.sha).toMatch(/^[0-9a-f]{40}$/);
    expect(row.steps.at(-1)?.rule).toBe("no-pull-request");
  }
});

test("in an archived program nothing is decided", async () => {
  await archiveProgram({ ctx, input: { slug: SLUG } });
  const input = { slug: SLUG, repo: "core", number: 1, isFix: true, reason };
  await expect(decideFix({ ctx, input })).rejects.toMatchObject({ code: "conflict" });
});
