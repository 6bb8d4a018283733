import { afterAll, afterEach, describe, expect, test } from "vitest";
import { AppError } from "#/lib/errors.ts";
import { readPlanOrThrow } from "#/lib/read/plan.ts";
import { db } from "#/lib/store/db.ts";
import { loadPlanWords } from "#/lib/store/load-plan-words.ts";
import { NOW, readySample, SLUG } from "#/lib/sync/testing/sample.ts";
import { archiveProgram } from "./archive-program.ts";
import { type PlanSaying, planWork } from "./plan-work.ts";
import { restoreProgram } from "./restore-program.ts";
import { actor, lastDecision } from "./testing/actors.ts";

const sample = await readySample();
afterAll(() => sample.close());

const manager = { actor: await actor("fleet-manager", ["program_manager"]), now: NOW };
const other = { actor: await actor("second-manager", ["program_manager"]), now: NOW };
const engineer = { actor: await actor("fleet-engineer", ["engineer"]), now: NOW };

const DEPLOY = "new_gate:deploy-gate";
const PROVISIONER = "new_gate:provisioner";
const DECLARED = `declared:${(await db.declaredGap.findFirstOrThrow({ orderBy: { id: "desc" } })).id}`;
const LATER = new Date("2026-06-12T19:00:00Z");

const say = (said: PlanSaying["said"], ctx = manager) =>
  planWork({ ctx, input: { slug: SLUG, said } });
const plan = () =>
  readPlanOrThrow({ slug: SLUG, clock: NOW, actorId: null, measure: "has_test@1" });
const entry = async (key: string) => (await plan()).entries.find((each) => each.key === key);

/** Words are only appended: what a test said it takes back. */
afterEach(async () => {
  const { order, assignees, priorities } = await loadPlanWords(sample.programId);
  if (order) await say({ verb: "order", value: null });
  for (const subject of assignees.keys()) await say({ verb: "assign", subject, value: null });
  for (const subject of priorities.keys()) await say({ verb: "priority", subject, value: null });
});

/** What is said to whoever tried, and how many words and decisions it left. */
async function refusalOf(tried: () => Promise<unknown>) {
  const counts = () => Promise.all([db.planWord.count(), db.decision.count()]);
  const before = await counts();
  const error: unknown = await tried().catch((thrown: unknown) => thrown);
  if (!(error instanceof AppError)) throw new Error("It was not refused.", { cause: error });
  const after = await counts();
  const { code, message } = error;
  return { code, message, left: [after[0] - before[0], after[1] - before[1]] };
}
const refused = (code: AppError["code"], message: RegExp) => ({
  code,
  message: expect.stringMatching(message),
  left: [0, 0],
});

describe("a word that cannot be is refused and leaves nothing", () => {
  test.each<readonly [string, PlanSaying["said"], AppError["code"], RegExp]>([
    [
      "an order that names one twice",
      { verb: "order", value: [DEPLOY, PROVISIONER, DEPLOY] },
      "invalid",
      /names a piece of work twice/,
    ],
    [
      "an order with a piece that is gone",
      { verb: "order", value: [DEPLOY, "extend:cp:gone"] },
      "not_found",
      /^The piece of work extend:cp:gone is not in the plan any more\. Load the plan again\.$/,
    ],
    [
      "an assignment of a piece that is gone",
      { verb: "assign", subject: "extend:cp:gone", value: "Kim" },
      "not_found",
      /not in the plan any more/,
    ],
    [
      "a priority of a gap that nobody declared",
      { verb: "priority", subject: "declared:999999", value: "P0" },
      "not_found",
      /not in the plan any more/,
    ],
    ["taking nothing back", { verb: "order", value: null }, "conflict", /order by rule already/],
    [
      "taking from nobody",
      { verb: "assign", subject: DEPLOY, value: null },
      "conflict",
      /Nobody has it/,
    ],
    [
      "an order that was made from one that nobody gave",
      { verb: "order", value: [DEPLOY], instead: 12 },
      "conflict",
      /Nobody ordered the plan by hand/,
    ],
  ])("%s", async (_what, said, code, message) => {
    expect(await refusalOf(() => say(said))).toEqual(refused(code, message));
  });

  test.each<readonly [string, PlanSaying["said"]]>([
    ["an assignment", { verb: "assign", subject: DEPLOY, value: "Kim" }],
    ["a priority", { verb: "priority", subject: DEPLOY, value: "P1" }],
    ["an order", { verb: "order", value: [PROVISIONER, DEPLOY] }],
  ])("%s that is in force already", async (_what, said) => {
    await say(said);
    expect(await refusalOf(() => say(said, other))).toEqual(refused("conflict", /before|already/));
  });

  test("S22 of an engineer, who does not order the plan", async () => {
    const tried = () => say({ verb: "assign", subject: DEPLOY, value: "me" }, engineer);
    expect(await refusalOf(tried)).toEqual(refused("forbidden", /fleet-engineer may not do this/));
  });

  test("in a program that is not there", async () => {
    const tried = () =>
      planWork({ ctx: manager, input: { slug: "none", said: { verb: "order", value: null } } });
    expect(await refusalOf(tried)).toEqual(refused("not_found", /no program at none/));
  });

  test("in an archived program, which is shown as it was", async () => {
    await say({ verb: "assign", subject: DEPLOY, value: "Kim" });
    const before = await plan();
    await archiveProgram({ ctx: manager, input: { slug: SLUG } });
    const tried = () => say({ verb: "assign", subject: DEPLOY, value: null });
    expect(await refusalOf(tried)).toEqual(refused("conflict", /archived/));
    expect(await plan()).toEqual(before);
    await restoreProgram({ ctx: manager, input: { slug: SLUG } });
  });
});

describe("who has a piece of work", () => {
  test("S39 is kept with who said so and when, shows it as dispatching, and leaves its decision", async () => {
    expect(await entry(DEPLOY)).toMatchObject({ state: "queued", assignee: null });
    await say({ verb: "assign", subject: DEPLOY, value: "Kim" });
    expect(await lastDecision()).toEqual({
      verb: "plan.assign",
      subject: `program:${SLUG}`,
      actorId: manager.actor.id,
      at: NOW,
      before: { piece: DEPLOY, value: null },
      after: { piece: DEPLOY, value: "Kim" },
    });
    expect(await entry(DEPLOY)).toMatchObject({
      state: "dispatching",
      assignee: { name: "Kim", by: "fleet-manager", at: NOW.toISOString() },
    });
  });

  test("S24 S40 an assignment does not get work past the sign-off that it waits for", async () => {
    await say({ verb: "assign", subject: PROVISIONER, value: "Kim" });
    expect(await entry(PROVISIONER)).toMatchObject({
      state: "awaiting_signoff",
      assignee: { name: "Kim" },
    });
  });

  test("the newest word is in force, and survives the next assessment", async () => {
    await say({ verb: "assign", subject: DEPLOY, value: "Kim" });
    await say({ verb: "assign", subject: DEPLOY, value: "Lee" }, { ...other, now: LATER });
    await sample.assess();
    expect((await entry(DEPLOY))?.assignee).toEqual({
      name: "Lee",
      by: "second-manager",
      at: LATER.toISOString(),
    });
    expect((await lastDecision()).before).toEqual({ piece: DEPLOY, value: "Kim" });
  });

  test("taken back it is nobody’s again, and one of another piece stays", async () => {
    await say({ verb: "assign", subject: DEPLOY, value: "Kim" });
    await say({ verb: "assign", subject: DECLARED, value: "Lee" });
    await say({ verb: "assign", subject: DEPLOY, value: null });
    expect(await entry(DEPLOY)).toMatchObject({ state: "queued", assignee: null });
    expect((await entry(DECLARED))?.assignee?.name).toBe("Lee");
  });

  test("is let go also of a piece that is gone since", async () => {
    const extra = { programId: sample.programId, measure: "tested", ordinal: 999, items: [1] };
    const gone = { key: "extend:cp:gone", kind: "extend", title: "t", why: "w" };
    await db.work.create({ data: { ...extra, ...gone } });
    await say({ verb: "assign", subject: gone.key, value: "Kim" });
    await db.work.deleteMany({ where: { key: gone.key } });
    await say({ verb: "assign", subject: gone.key, value: null });
    expect((await loadPlanWords(sample.programId)).assignees.size).toBe(0);
  });
});

describe("how urgent it is", () => {
  test("S52 moves it in front of what is less urgent, and taken back it stands by rule", async () => {
    const before = (await plan()).entries.map(({ key }) => key);
    expect(before.indexOf(PROVISIONER)).toBeGreaterThan(before.indexOf(DEPLOY));
    await say({ verb: "priority", subject: PROVISIONER, value: "P1" });
    const urgent = await plan();
    const keys = urgent.entries.map(({ key }) => key);
    expect(keys.indexOf(PROVISIONER)).toBeLessThan(keys.indexOf(DEPLOY));
    expect(await entry(PROVISIONER)).toMatchObject({
      priority: "P1",
      priorityBy: "fleet-manager",
    });
    await say({ verb: "priority", subject: PROVISIONER, value: null });
    expect((await plan()).entries.map(({ key }) => key)).toEqual(before);
    expect(await entry(PROVISIONER)).toMatchObject({ priority: "P2", priorityBy: null });
  });

  test("S15 a declared gap keeps the priority that it was declared with unless somebody says otherwise", async () => {
    expect(await entry(DECLARED)).toMatchObject({ priority: "P0", priorityBy: null });
    await say({ verb: "priority", subject: DECLARED, value: "P3" });
    expect((await plan()).entries.at(-1)?.key).toBe(DECLARED);
    await say({ verb: "priority", subject: DECLARED, value: null });
    expect((await plan()).entries[0]?.key).toBe(DECLARED);
  });
});

describe("the order by hand", () => {
  test("is kept as one word, and null goes back to the order by rule", async () => {
    const byRule = await plan();
    expect([byRule.byHand, byRule.ordered]).toEqual([0, null]);
    const value = [PROVISIONER, DECLARED, DEPLOY];
    const word = await say({ verb: "order", value, instead: null });
    const byHand = await plan();
    expect(byHand.entries.map(({ key }) => key).filter((key) => value.includes(key))).toEqual(
      value,
    );
    expect(byHand.ordered).toEqual({ word, by: "fleet-manager", at: NOW.toISOString() });
    expect((await lastDecision()).after).toEqual({ piece: "", value });
    await say({ verb: "order", value: null, instead: word });
    expect(await plan()).toEqual(byRule);
    expect((await lastDecision()).before).toEqual({ piece: "", value });
  });

  test("of two that were made from the same one the second is refused, and says whose is in force", async () => {
    await say({ verb: "order", value: [PROVISIONER, DEPLOY], instead: null });
    const late = () => say({ verb: "order", value: [DEPLOY, PROVISIONER], instead: null }, other);
    expect(await refusalOf(late)).toEqual(
      refused("conflict", /^fleet-manager ordered the plan in the meantime/),
    );
  });

  test("of two at the same moment one wins, and none is lost unseen", async () => {
    const words = await db.planWord.count();
    const both = await Promise.allSettled([
      say({ verb: "order", value: [PROVISIONER, DEPLOY], instead: null }),
      say({ verb: "order", value: [DEPLOY, PROVISIONER], instead: null }, other),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await db.planWord.count()).toBe(words + 1);
  });

  test("one made from an order that was taken back since is refused", async () => {
    const word = await say({ verb: "order", value: [PROVISIONER], instead: null });
    await say({ verb: "order", value: null }, other);
    const late = () => say({ verb: "order", value: [DEPLOY], instead: word });
    expect(await refusalOf(late)).toEqual(
      refused("conflict", /^second-manager went back to the order by rule in the meantime/),
    );
  });

  test("whoever does not say what it was made from replaces what is there", async () => {
    await say({ verb: "order", value: [PROVISIONER, DEPLOY] });
    await say({ verb: "order", value: [DEPLOY, PROVISIONER] });
    expect((await loadPlanWords(sample.programId)).order?.value).toEqual([DEPLOY, PROVISIONER]);
  });
});
