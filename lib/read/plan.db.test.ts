import { afterAll, afterEach, describe, expect, test } from "vitest";
import { PlanView } from "#/lib/contract/plan.ts";
import type { Measure } from "#/lib/coverage/measure.ts";
import { PolicyRules, PRESETS } from "#/lib/coverage/policy.ts";
import { db } from "#/lib/store/db.ts";
import { loadPlanWords } from "#/lib/store/load-plan-words.ts";
import { NOW, readySample, SLUG } from "#/lib/sync/testing/sample.ts";
import { addProgram } from "#/lib/workflow/add-program.ts";
import { claimGap } from "#/lib/workflow/claim-gap.ts";
import { planWork } from "#/lib/workflow/plan-work.ts";
import { releaseGap } from "#/lib/workflow/release-gap.ts";
import { actor } from "#/lib/workflow/testing/actors.ts";
import { readPlanOrThrow } from "./plan.ts";

const sample = await readySample();
afterAll(() => sample.close());

const DEPLOY = "new_gate:deploy-gate";
const PROVISIONER = "new_gate:provisioner";
const manager = { actor: await actor("fleet-manager", ["program_manager"]), now: NOW };
const agent = { actor: await actor("kimi", ["engineer"], "agent"), now: NOW };

const planAt = (measure: Measure | undefined, actorId: number | null = null, clock = NOW) =>
  readPlanOrThrow({ slug: SLUG, clock, actorId, measure });
const order = (value: readonly string[] | null) =>
  planWork({ ctx: manager, input: { slug: SLUG, said: { verb: "order", value } } });

/** Words are only appended: what a test ordered it takes back. */
afterEach(async () => {
  if ((await loadPlanWords(sample.programId)).order) await order(null);
});

describe("the plan of the sample", () => {
  test("answers as its contract says, at the policy’s measure unless another is asked", async () => {
    const plan = PlanView.parse(await planAt(undefined));
    expect(plan).toMatchObject({
      measure: "blocking",
      policy: { name: "blocking", version: 1 },
      now: { covered: 25, of: 154 },
      byHand: 0,
      ordered: null,
    });
    expect(plan.gaps).toBe(129);
  });

  test("S15 S16 the declared gap that nothing closes comes first, and the two that are closed are no work", async () => {
    const { entries } = await planAt("has_test@1");
    expect(entries[0]).toMatchObject({
      kind: "declared",
      priority: "P0",
      alias: "core",
      program: null,
      repositories: [],
      alone: 1,
    });
    expect(entries.filter(({ kind }) => kind === "declared")).toHaveLength(1);
  });

  test.each(["has_test@1", "tested", "blocking"] as const)(
    "at %s what an entry changes goes on from the entry before it",
    async (measure) => {
      const plan = await planAt(measure);
      let at = plan.now;
      for (const { program, gaps, alone } of plan.entries) {
        if (program === null) continue;
        expect(program.before).toEqual(at);
        expect(program.after).toEqual({ covered: at.covered + gaps.length, of: at.of });
        expect(gaps.length).toBeLessThanOrEqual(alone);
        at = program.after;
      }
      expect(at).toEqual(plan.done);
      const keys = [...plan.entries, ...plan.spare].map(({ key }) => key);
      expect(plan.order.toSorted()).toEqual(keys.toSorted());
      for (const { gaps, items } of plan.rest) expect(items).toHaveLength(gaps);
    },
  );
});

describe("a claim on a gap of an entry", () => {
  test("S39 S41 puts it in flight until the lease is over, by the clock and not by the program’s present", async () => {
    const item = (await planAt("has_test@1")).entries.find(({ key }) => key === DEPLOY)?.gaps[0]
      ?.item;
    if (item === undefined) throw new Error("The harness closes nothing.");
    await claimGap({ ctx: agent, input: { item } });
    const at = async (actorId: number | null, clock = NOW) => {
      const { entries } = await planAt("has_test@1", actorId, clock);
      const entry = entries.find(({ key }) => key === DEPLOY);
      return [entry?.state, entry?.gaps.find((gap) => gap.item === item)?.claim];
    };
    expect(await at(null)).toMatchObject([
      "in_flight",
      { by: "kimi", byKind: "agent", mine: false },
    ]);
    expect(await at(agent.actor.id)).toMatchObject(["in_flight", { mine: true }]);
    const later = new Date(NOW.getTime() + 365 * 86_400_000);
    expect(await at(null, later)).toEqual(["queued", null]);
    await releaseGap({ ctx: agent, input: { item } });
    expect(await at(null)).toEqual(["queued", null]);
  });
});

describe("an order by hand", () => {
  test("changes what each closes that nothing before it does, and not what all close", async () => {
    const byRule = await planAt("has_test@1");
    const reversed = byRule.order.toReversed();
    await order(reversed);
    const byHand = await planAt("has_test@1");
    expect(byHand.order).toEqual(reversed);
    expect(byHand.byHand).toBe(reversed.length);
    expect([byHand.now, byHand.done, byHand.rest]).toEqual([byRule.now, byRule.done, byRule.rest]);
    const [first] = byHand.entries.filter(({ program }) => program !== null);
    expect(first?.program?.before).toEqual(byRule.now);
  });

  test("of the first ones leaves the others behind them by rule", async () => {
    const byRule = await planAt("has_test@1");
    const value = byRule.order.slice(0, 3).toReversed();
    await order(value);
    const byHand = await planAt("has_test@1");
    expect(byHand.order).toEqual([...value, ...byRule.order.slice(3)]);
    expect(byHand.byHand).toBe(3);
  });

  test("keeps at one measure the place of what is work at another only", async () => {
    const [low, high] = [await planAt("has_test@1"), await planAt("blocking")];
    const foreign = high.order.find((key) => !low.order.includes(key));
    if (foreign === undefined) throw new Error("Both measures have the same work.");
    await order([PROVISIONER, foreign, DEPLOY]);
    const { order: keys, byHand, entries } = await planAt("has_test@1");
    expect(keys.indexOf(foreign)).toBe(keys.indexOf(PROVISIONER) + 1);
    expect(keys.slice(0, byHand).at(-1)).toBe(DEPLOY);
    expect(entries.map(({ key }) => key)).not.toContain(foreign);
    await order(keys.slice(0, byHand));
    expect((await planAt("blocking")).order.filter((key) => key === foreign)).toHaveLength(1);
  });

  test("forgets what is no work at any measure any more", async () => {
    const work = { programId: sample.programId, measure: "tested", ordinal: 999, items: [1] };
    const gone = { key: "extend:gone", kind: "extend", title: "t", why: "w" };
    await db.work.create({ data: { ...work, ...gone } });
    await order([gone.key, PROVISIONER, DEPLOY]);
    expect((await planAt("has_test@1")).order[0]).toBe(gone.key);
    await db.work.deleteMany({ where: { key: gone.key } });
    const { order: keys, byHand } = await planAt("has_test@1");
    expect(keys).not.toContain("extend:gone");
    expect(keys.slice(0, byHand)).toEqual(expect.arrayContaining([PROVISIONER, DEPLOY]));
  });
});

describe("open pull requests", () => {
  test("say what merging them would change, those that close most first, and in the sample link nowhere", async () => {
    const { entries, pulls: others } = await planAt("has_test@1");
    const closes = entries.find(({ key }) => key === DEPLOY)?.gaps.map(({ item }) => item) ?? [];
    const repositoryId = sample.idOf("cp");
    const taken = others.map(({ number }) => number);
    const where = { repositoryId, number: { notIn: taken } };
    const pulls = await db.pullRequest.findMany({ where, take: 2, orderBy: { number: "asc" } });
    const [one, two] = pulls.map(({ number }) => number);
    if (one === undefined || two === undefined) throw new Error("There are no pull requests.");
    const of = { programId: sample.programId, repositoryId, measure: "has_test@1" };
    await db.pullRequest.updateMany({
      where: { repositoryId, number: { in: [one, two] } },
      data: { state: "open" },
    });
    await db.pullEffect.createMany({
      data: [
        { ...of, number: one, closes: [], why: "Its test runs in no gate." },
        { ...of, number: two, closes: closes.slice(0, 3), why: "It says so." },
      ],
    });
    const told = (await planAt("has_test@1")).pulls;
    expect(told[0]).toMatchObject({
      alias: "cp",
      number: two,
      url: null,
      text: "Merging this closes 3 gaps of cp, 59.8 % (61 of 102) → 62.7 % (64 of 102). It says so.",
    });
    expect(told.find(({ number }) => number === one)?.text).toBe("Its test runs in no gate.");
    expect(told).toHaveLength(others.length + 2);
    const elsewhere = (await planAt("blocking")).pulls.map(({ number }) => number);
    expect(elsewhere).not.toContain(two);
    await db.pullRequest.update({
      where: { repositoryId_number: { repositoryId, number: two } },
      data: { state: "merged" },
    });
    const left = (await planAt("has_test@1")).pulls.map(({ number }) => number);
    expect([left.includes(one), left.includes(two)]).toEqual([true, false]);
    await db.pullEffect.deleteMany({ where: { ...of, number: { in: [one, two] } } });
  });
});

describe("a program that is not judged yet", () => {
  test("has a plan without entries and without a figure", async () => {
    await addProgram({
      ctx: manager,
      input: {
        slug: "empty",
        name: "Empty",
        fixesSince: new Date("2026-01-01T00:00:00Z"),
        timeZone: "UTC",
        rules: PolicyRules.parse(PRESETS.audit),
      },
    });
    const plan = await readPlanOrThrow({ slug: "empty", clock: NOW, actorId: null });
    expect(PlanView.parse(plan)).toMatchObject({
      now: { covered: 0, of: 0 },
      done: { covered: 0, of: 0 },
      gaps: 0,
      unknown: 0,
      entries: [],
      spare: [],
      rest: [],
      order: [],
    });
  });

  test("and one that is not there is said not to be", async () => {
    const tried = readPlanOrThrow({ slug: "none", clock: NOW, actorId: null });
    await expect(tried).rejects.toMatchObject({ code: "not_found" });
  });
});
