import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TrialResult } from "#/lib/coverage/policy/trial.ts";
import { PolicyRules } from "#/lib/coverage/policy.ts";
import { db } from "#/lib/store/db.ts";
import { saveTrial } from "#/lib/store/policy-trials.ts";
import { SnapshotFigures } from "#/lib/store/snapshot-figures.ts";
import { NOW, readySample } from "#/lib/sync/testing/sample.ts";
import { applyPolicy } from "#/lib/workflow/apply-policy.ts";
import { answerTrial } from "./answer-trial.ts";
import { tryPolicy } from "./try-policy.ts";

const sample = await readySample();
afterAll(() => sample.close());
const { programId } = sample;

let rules: PolicyRules;
beforeAll(async () => {
  const policy = await db.policy.findFirstOrThrow({ where: { programId } });
  rules = PolicyRules.parse(policy.rules);
});

/** Every derived row that a trial must not touch. */
const derived = async () => ({
  standings: await db.standing.findMany({ orderBy: { itemId: "asc" } }),
  verdicts: await db.verdict.findMany({ orderBy: [{ itemId: "asc" }, { measure: "asc" }] }),
  items: await db.item.count(),
  snapshots: await db.snapshot.count(),
  policies: await db.policy.count(),
  decisions: await db.decision.count(),
});

const fixes = (covered: number, gap: number, unknown = 0) => ({
  inScope: 154,
  covered,
  gap,
  waived: 0,
  unknown,
});

describe("rules that are tried", () => {
  test("from blocking to gated nothing flips: every gated fix blocks already", async () => {
    const result = await tryPolicy(programId, { ...rules, rung: "gated" }, NOW);
    expect(result).toMatchObject({ version: 1, flips: [] });
    expect(result.after.fixes).toEqual({ ...result.before.fixes });
  });

  test("from blocking to tested 82 of the fixes are covered, each with its number and why, and nothing is written", async () => {
    const before = await derived();
    const result = await tryPolicy(programId, { ...rules, rung: "tested" }, NOW);
    expect(await derived()).toEqual(before);
    expect(result.before).toMatchObject({ rung: "blocking", fixes: fixes(25, 129) });
    expect(result.after).toMatchObject({ rung: "tested", fixes: fixes(107, 47) });
    expect(result.after.hasTest).toEqual(result.before.hasTest);
    expect(result.flips).toHaveLength(82);
    for (const flip of result.flips) {
      expect(flip).toMatchObject({ population: "fix", from: "gap", to: "covered" });
      expect(flip.why).toMatch(/^Its evidence reaches the rung/);
    }
    const held = await db.item.findMany({ where: { programId } });
    const keys = new Map(held.map(({ id, naturalKey }) => [id, naturalKey]));
    expect(result.flips.map(({ item }) => keys.get(item ?? 0))).toEqual(
      result.flips.map(({ naturalKey }) => naturalKey),
    );
  });

  test("a rule on fixes takes items out of scope, and says which rule", async () => {
    const fixRules = [
      { when: { scopes: ["workflows"] }, isFix: false, reason: "CI is no product." },
    ];
    const result = await tryPolicy(programId, PolicyRules.parse({ ...rules, fixRules }), NOW);
    expect(result.flips.length).toBeGreaterThan(0);
    for (const flip of result.flips) {
      expect(flip.to).toBe("out");
      expect(flip.why).toBe(
        "It is no fix. policy-rule: rule 1 of the policy says that it is no fix: CI is no product.",
      );
    }
    expect(result.after.fixes.inScope).toBe(154 - result.flips.length);
  });

  test("a rule that makes fixes of what was none brings items without a number", async () => {
    const other = await db.classification.findFirstOrThrow({
      where: { programId, counts: "excluded", copyOf: null, kind: "feature" },
    });
    const fixRules = [{ when: { titles: [other.title] }, isFix: true, reason: "It repairs." }];
    const result = await tryPolicy(programId, PolicyRules.parse({ ...rules, fixRules }), NOW);
    expect(result.flips).toMatchObject([{ number: other.number, item: null, from: "out" }]);
  });
});

describe("a trial's answer", () => {
  const asked = (draft: PolicyRules) => {
    const actorId = sample.ctx.actor.id;
    const trial = { programId, actorId, at: NOW, baseVersion: 1, rules: draft };
    return db.$transaction((tx) => saveTrial(tx, trial));
  };

  test("is kept whole, and a second run changes nothing", async () => {
    const id = await asked({ ...rules, rung: "tested" });
    await answerTrial(id, () => NOW);
    const row = await db.policyTrial.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ state: "done", error: null, endedAt: NOW });
    expect(TrialResult.parse(row.result).flips).toHaveLength(82);
    await answerTrial(id, () => new Date(0));
    expect(await db.policyTrial.findUniqueOrThrow({ where: { id } })).toEqual(row);
  });

  test("of a trial that is gone is nothing", async () => {
    await answerTrial(999_999, () => NOW);
    expect(await db.policyTrial.count({ where: { id: 999_999 } })).toBe(0);
  });

  test("of one that fails is the reason, and what was displayed stays", async () => {
    const id = await asked({ ...rules, rung: "tested" });
    await db.$executeRaw`alter table protection rename to protection_gone`;
    await answerTrial(id, () => NOW);
    await db.$executeRaw`alter table protection_gone rename to protection`;
    expect(await db.policyTrial.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: "failed",
      error: expect.stringMatching(/Nothing was changed/),
    });
  });
});

describe("what was displayed", () => {
  const snapshots = () => db.snapshot.findMany({ where: { programId }, orderBy: { id: "asc" } });
  const displayed = (figures: unknown, measure: string) =>
    SnapshotFigures.parse(figures).tallies.find(
      (tally) => tally.population === "fix" && tally.measure === measure,
    );

  test("is written down once while nothing differs", async () => {
    await sample.assess();
    expect(await snapshots()).toMatchObject([{ policyVersion: 1, figures: { rung: "blocking" } }]);
  });

  test("stays as it was when the policy changes, with the version under which it was displayed", async () => {
    const before = await snapshots();
    await applyPolicy({
      ctx: sample.ctx,
      input: {
        slug: "2615",
        rules: { ...rules, rung: "tested" },
        baseVersion: 1,
        reason: "To see.",
      },
    });
    await sample.assess();
    const after = await snapshots();
    expect(after).toHaveLength(2);
    expect(after[0]).toEqual(before[0]);
    expect(after[1]).toMatchObject({ policyVersion: 2, figures: { rung: "tested" } });
    expect(displayed(after[0]?.figures, "blocking")).toMatchObject({ inScope: 154, covered: 25 });
    expect(displayed(after[1]?.figures, "tested")).toMatchObject({ inScope: 154, covered: 107 });
  });
});
