import { beforeEach, describe, expect, test } from "vitest";
import type { LimitSeen } from "#/lib/facts/limit.ts";
import { db } from "./db.ts";
import { openBudgets } from "./rate-limits.ts";

const TOKEN = "gto_never_stored";
const later = (seconds: number) => new Date(Date.now() + seconds * 1000);
const RESET = later(3600);
const seen = (more: Partial<LimitSeen>): LimitSeen => ({
  limit: null,
  remaining: null,
  resetAt: null,
  notBefore: null,
  ...more,
});

let sourceId: number;
beforeEach(async () => {
  const name = `forge ${Math.random()}`;
  const source = { name, kind: "gitea", url: "https://forge.example" };
  sourceId = (await db.source.create({ data: source })).id;
});

/** Another process: it knows nothing but what the database says. */
const worker = (options = {}) => openBudgets()(sourceId, TOKEN, options);
const row = () => db.rateLimit.findFirstOrThrow({ where: { sourceId } });
type Budget = ReturnType<typeof worker>;

/** Asks until it is told to wait; how often it was allowed. */
async function spend(budget: Budget, most = 200): Promise<number> {
  for (let asked = 0; asked < most; asked += 1) {
    if ((await budget.take("rest", 1)) !== null) return asked;
  }
  return most;
}

describe("a limit", () => {
  test("that the forge never said allows everything, and nothing is written", async () => {
    expect(await spend(worker(), 50)).toBe(50);
    expect(await db.rateLimit.count({ where: { sourceId } })).toBe(0);
  });

  test("is never overdrawn by three workers that ask at once, and all of it can be used", async () => {
    await worker().saw("rest", seen({ remaining: 90, resetAt: RESET }));
    const allowed = await Promise.all([worker(), worker(), worker()].map((one) => spend(one)));
    expect(allowed.reduce((sum, each) => sum + each)).toBe(90);
    expect((await row()).remaining).toBe(0);
  });

  test("is never overdrawn by one worker that asks many things at once", async () => {
    const one = worker();
    await one.saw("rest", seen({ remaining: 30, resetAt: RESET }));
    const answers = await Promise.all(Array.from({ length: 50 }, () => one.take("rest", 1)));
    expect(answers.filter((until) => until === null)).toHaveLength(30);
    expect(answers.filter((until) => until !== null)).toEqual(Array(20).fill(RESET));
  });

  test("is taken in slices of twenty, and a question of thirty points takes thirty", async () => {
    const one = worker();
    await one.saw("graphql", seen({ remaining: 100, resetAt: RESET }));
    await one.take("graphql", 1);
    expect((await row()).remaining).toBe(80);
    await one.take("graphql", 19);
    expect((await row()).remaining).toBe(80);
    await one.take("graphql", 30);
    expect((await row()).remaining).toBe(50);
  });

  test("keeps a fifth for whoever waits at a screen, and not more", async () => {
    const one = worker();
    await one.saw("rest", seen({ limit: 100, remaining: 50, resetAt: RESET }));
    expect(await spend(one)).toBe(30);
    expect(await spend(worker({ interactive: true }))).toBe(20);
    expect((await row()).remaining).toBe(0);
  });

  test("keeps that fifth from a worker too that starts anew and heard of no limit itself", async () => {
    await worker().saw("rest", seen({ limit: 100, remaining: 50, resetAt: RESET }));
    const [one, two] = [worker(), worker()];
    const allowed = await Promise.all([one, two].map((each) => spend(each)));
    expect(allowed.reduce((sum, each) => sum + each)).toBe(30);
    expect(await row()).toMatchObject({ remaining: 20, ceiling: 100 });
    expect(await spend(worker({ interactive: true }))).toBe(20);
  });

  test("that became another is known to all, and an answer that tells none leaves it as it was", async () => {
    const one = worker();
    await one.saw("rest", seen({ limit: 100, remaining: 60, resetAt: RESET }));
    await one.saw("rest", seen({ limit: 200, remaining: 59, resetAt: RESET }));
    await worker().saw("rest", seen({ notBefore: later(-1) }));
    expect(await row()).toMatchObject({ remaining: 59, ceiling: 200 });
    expect(await spend(worker())).toBe(19);
  });

  test("whose reset is over is full again", async () => {
    await worker().saw("rest", seen({ remaining: 0, resetAt: later(-1) }));
    expect(await worker().take("rest", 1)).toBeNull();
    expect(await row()).toMatchObject({ remaining: null, resetAt: null });
  });

  test("of one resource says nothing of the other, and that of one token nothing of another's", async () => {
    await worker().saw("rest", seen({ remaining: 0, resetAt: RESET }));
    expect(await worker().take("rest", 1)).toEqual(RESET);
    expect(await worker().take("graphql", 1)).toBeNull();
    expect(await openBudgets()(sourceId, "another", {}).take("rest", 1)).toBeNull();
    expect(await openBudgets()(sourceId, null, {}).take("rest", 1)).toBeNull();
  });
});

describe("what answers say", () => {
  test("corrects what is left downwards, since others may use the token elsewhere", async () => {
    const [one, two] = [worker(), worker()];
    await one.saw("rest", seen({ remaining: 100, resetAt: RESET }));
    await one.take("rest", 1);
    await two.saw("rest", seen({ remaining: 40, resetAt: RESET }));
    expect((await row()).remaining).toBe(40);
    await openBudgets()(sourceId, TOKEN).saw("rest", seen({ remaining: 99, resetAt: RESET }));
    expect((await row()).remaining).toBe(40);
  });

  test("of a new time counts from anew, and a late answer of the time before does not", async () => {
    await worker().saw("rest", seen({ remaining: 3, resetAt: RESET }));
    const next = new Date(RESET.getTime() + 3_600_000);
    await worker().saw("rest", seen({ remaining: 4999, resetAt: next }));
    await worker().saw("rest", seen({ remaining: 2, resetAt: RESET }));
    expect(await row()).toMatchObject({ remaining: 4999, resetAt: next });
  });

  test("is not written down each time, but nothing left is at once", async () => {
    const one = worker();
    await one.saw("rest", seen({ remaining: 15, resetAt: RESET }));
    await one.saw("rest", seen({ remaining: 1, resetAt: RESET }));
    expect((await row()).remaining).toBe(15);
    await one.saw("rest", seen({ remaining: 0, resetAt: RESET }));
    expect((await row()).remaining).toBe(0);
  });

  test("without a reset is not kept: nobody could say when it is over", async () => {
    await worker().saw("rest", seen({ remaining: 0, notBefore: later(-1) }));
    expect(await worker().take("rest", 1)).toBeNull();
  });
});

describe("a forge that wants to be left alone", () => {
  test("is left alone by a worker in the middle of its slice, and by one that starts later", async () => {
    const [one, two] = [worker(), worker()];
    expect(await one.take("rest", 1)).toBeNull();
    const notBefore = later(600);
    await two.saw("rest", seen({ notBefore }));
    for (const each of [one, two, worker(), worker({ interactive: true })]) {
      expect(await each.take("rest", 1)).toEqual(notBefore);
    }
  });

  test("is asked again when that is over, and an earlier end does not shorten a later one", async () => {
    await worker().saw("rest", seen({ notBefore: later(600) }));
    await worker().saw("rest", seen({ notBefore: later(-1) }));
    expect(await worker().take("rest", 1)).not.toBeNull();
    await db.rateLimit.updateMany({ where: { sourceId }, data: { notBefore: later(-1) } });
    expect(await worker().take("rest", 1)).toBeNull();
  });
});

test("the database holds a digest and not the token", async () => {
  await worker().saw("rest", seen({ remaining: 1, resetAt: RESET }));
  const held = await row();
  expect(held.credential).toMatch(/^[0-9a-f]{32}$/);
  expect(JSON.stringify(held)).not.toContain("gto_");
});

test("a source that was removed in the meantime is no error", async () => {
  const one = worker();
  await db.source.delete({ where: { id: sourceId } });
  await one.saw("rest", seen({ remaining: 1, resetAt: RESET }));
  expect(await one.take("rest", 1)).toBeNull();
});
