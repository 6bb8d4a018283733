import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { AppError } from "#/lib/errors.ts";
import { db } from "#/lib/store/db.ts";
import { NOW, readySample } from "#/lib/sync/testing/sample.ts";
import { archiveProgram } from "./archive-program.ts";
import { claimGap } from "./claim-gap.ts";
import { editProgram } from "./edit-program.ts";
import { releaseGap } from "./release-gap.ts";
import { actor, lastDecision } from "./testing/actors.ts";

const sample = await readySample();
afterAll(() => sample.close());

const fleetEngineer = await actor("Fleet engineer", ["engineer"]);
const kimi = await actor("Kimi", ["engineer"], "agent");
const guest = await actor("Guest", ["viewer"]);
const MINUTE = 60_000;
const later = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE);

const firstAtBlocking = async (verdict: string) =>
  (
    await db.verdict.findFirstOrThrow({
      where: { measure: "blocking", verdict },
      orderBy: { itemId: "asc" },
    })
  ).itemId;
const item = await firstAtBlocking("gap");

beforeEach(async () => {
  await db.claim.deleteMany();
});

describe("claiming a gap", () => {
  test("S41 gives it to the actor for the time of its kind, and leaves its decision", async () => {
    const { expiresAt } = await claimGap({
      ctx: { actor: fleetEngineer, now: NOW },
      input: { item },
    });
    expect(expiresAt).toEqual(later(5 * 24 * 60));
    expect(await db.claim.findUnique({ where: { itemId: item } })).toMatchObject({
      actorId: fleetEngineer.id,
      grantedAt: NOW,
      expiresAt,
    });
    expect(await lastDecision()).toMatchObject({
      verb: "gap.claim",
      subject: `GAP-${item}`,
      actorId: fleetEngineer.id,
      at: NOW,
      after: { expiresAt: expiresAt.toISOString() },
    });
  });

  test("S41 what is unknown at the policy's rung can be claimed like a gap, by an agent for half an hour", async () => {
    const where = { stream: "protection" };
    await db.syncStream.updateMany({ where, data: { refusal: "The forge refuses the demands." } });
    await sample.assess();
    const other = await firstAtBlocking("unknown");
    const claim = () => claimGap({ ctx: { actor: kimi, now: NOW }, input: { item: other } });
    expect((await claim()).expiresAt).toEqual(later(30));
    await db.claim.deleteMany();
    await db.syncStream.updateMany({ where, data: { refusal: null } });
    await sample.assess();
    await expect(claim()).rejects.toThrow(/is covered at "blocking"/);
  });

  test("S41 whoever comes second gets a conflict that names the holder and leaves no decision", async () => {
    await claimGap({ ctx: { actor: kimi, now: NOW }, input: { item } });
    const decisions = await db.decision.count();
    const second = claimGap({ ctx: { actor: fleetEngineer, now: later(3) }, input: { item } });
    await expect(second).rejects.toMatchObject({
      code: "conflict",
      message: `Kimi claimed GAP-${item} 3 minutes ago. Take another gap, or ask Kimi to release it.`,
    });
    expect(await db.decision.count()).toBe(decisions);
  });

  test("a lapsed lease is taken over under a higher fencing token, a minute before it is not", async () => {
    await claimGap({ ctx: { actor: kimi, now: NOW }, input: { item } });
    const first = await db.claim.findUniqueOrThrow({ where: { itemId: item } });
    const early = claimGap({ ctx: { actor: fleetEngineer, now: later(29) }, input: { item } });
    await expect(early).rejects.toMatchObject({ code: "conflict" });
    await claimGap({ ctx: { actor: fleetEngineer, now: later(30) }, input: { item } });
    const second = await db.claim.findUniqueOrThrow({ where: { itemId: item } });
    expect(second.actorId).toBe(fleetEngineer.id);
    expect(second.fencingToken).toBeGreaterThan(first.fencingToken);
    const late = releaseGap({ ctx: { actor: kimi, now: later(31) }, input: { item } });
    await expect(late).rejects.toMatchObject({ code: "conflict" });
  });

  test("S41 fifty workers at twenty gaps: each gap has one holder, and no claim is lost", async () => {
    const workers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => actor(`worker-${n}`, ["engineer"], "agent")),
    );
    const rows = await db.verdict.findMany({
      where: { measure: "blocking", verdict: "gap" },
      take: 20,
      orderBy: { itemId: "asc" },
    });
    const before = await db.decision.count({ where: { verb: "gap.claim" } });
    const tries = workers.flatMap((worker, n) =>
      [0, 7].map(async (step) => {
        const input = { item: rows[(n + step) % 20]?.itemId ?? 0 };
        try {
          await claimGap({ ctx: { actor: worker, now: NOW }, input });
          return { ...input, won: worker.id, said: "" };
        } catch (error) {
          if (!(error instanceof AppError) || error.code !== "conflict") throw error;
          return { ...input, won: null, said: error.message };
        }
      }),
    );
    const results = await Promise.all(tries);
    const held = new Map(
      (await db.claim.findMany({ include: { actor: true } })).map((row) => [row.itemId, row.actor]),
    );
    const won = results.filter((result) => result.won !== null);
    expect(won).toHaveLength(20);
    expect(held.size).toBe(20);
    for (const { item: id, won: winner } of won) expect(held.get(id)?.id).toBe(winner);
    for (const { item: id, said } of results.filter((result) => result.won === null))
      expect(said).toContain(`${held.get(id)?.name} claimed GAP-${id}`);
    expect(await db.decision.count({ where: { verb: "gap.claim" } })).toBe(before + 20);
  });
});

describe("claiming is refused", () => {
  test("to whoever lacks the role, by its name", async () => {
    const refused = claimGap({ ctx: { actor: guest, now: NOW }, input: { item } });
    await expect(refused).rejects.toMatchObject({
      code: "forbidden",
      message: expect.stringMatching(/^Guest may not do this: it takes the role engineer/),
    });
    expect(await db.claim.count()).toBe(0);
  });

  test("where there is no such gap", async () => {
    const refused = claimGap({ ctx: { actor: fleetEngineer, now: NOW }, input: { item: 999_999 } });
    await expect(refused).rejects.toMatchObject({ code: "not_found" });
  });

  test("where the item is covered at the policy's rung already", async () => {
    await db.verdict.updateMany({
      where: { itemId: item, measure: "blocking" },
      data: { verdict: "covered" },
    });
    const refused = claimGap({ ctx: { actor: fleetEngineer, now: NOW }, input: { item } });
    await expect(refused).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/is covered at "blocking"/),
    });
    await sample.assess();
  });

  test("where the item left the program's scope, for it has no verdict any more", async () => {
    const edit = (fixesSince: Date) =>
      editProgram({ ctx: sample.ctx, input: { slug: "2615", fixesSince } });
    const oldest = await db.standing.findFirstOrThrow({
      where: { population: "fix" },
      orderBy: { enteredAt: "asc" },
    });
    await edit(new Date("2026-06-01T00:00:00Z"));
    await sample.assess();
    const input = { item: oldest.itemId };
    await expect(
      claimGap({ ctx: { actor: fleetEngineer, now: NOW }, input }),
    ).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/not in the scope of/),
    });
    await edit(new Date("2026-04-13T00:00:00Z"));
    await sample.assess();
    await claimGap({ ctx: { actor: fleetEngineer, now: NOW }, input });
  });
});

describe("releasing a gap", () => {
  test("its holder gives it back and leaves a decision; then another can claim it", async () => {
    await claimGap({ ctx: { actor: fleetEngineer, now: NOW }, input: { item } });
    await releaseGap({ ctx: { actor: fleetEngineer, now: later(1) }, input: { item } });
    expect(await db.claim.count()).toBe(0);
    expect(await lastDecision()).toMatchObject({
      verb: "gap.release",
      subject: `GAP-${item}`,
      actorId: fleetEngineer.id,
    });
    await claimGap({ ctx: { actor: kimi, now: later(2) }, input: { item } });
  });

  test("a stranger is refused, and the claim stays", async () => {
    await claimGap({ ctx: { actor: fleetEngineer, now: NOW }, input: { item } });
    const release = releaseGap({ ctx: { actor: kimi, now: NOW }, input: { item } });
    await expect(release).rejects.toMatchObject({
      code: "conflict",
      message: `GAP-${item} is not claimed by Kimi, so it cannot be released.`,
    });
    expect(await db.claim.count({ where: { actorId: fleetEngineer.id } })).toBe(1);
  });

  test("what nobody holds cannot be released, and a viewer releases nothing", async () => {
    const nobodys = releaseGap({ ctx: { actor: fleetEngineer, now: NOW }, input: { item } });
    await expect(nobodys).rejects.toMatchObject({ code: "conflict" });
    const viewers = releaseGap({ ctx: { actor: guest, now: NOW }, input: { item } });
    await expect(viewers).rejects.toMatchObject({ code: "forbidden" });
  });

  test("released at the same moment twice it is released once", async () => {
    await claimGap({ ctx: { actor: fleetEngineer, now: NOW }, input: { item } });
    const both = await Promise.allSettled(
      [1, 2].map(() => releaseGap({ ctx: { actor: fleetEngineer, now: NOW }, input: { item } })),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});

test("a claim survives an assessment; an archived program keeps it and takes no other", async () => {
  await claimGap({ ctx: { actor: fleetEngineer, now: NOW }, input: { item } });
  await sample.assess();
  await archiveProgram({ ctx: sample.ctx, input: { slug: "2615" } });
  expect(await db.claim.count({ where: { itemId: item, actorId: fleetEngineer.id } })).toBe(1);
  const late = claimGap({ ctx: { actor: fleetEngineer, now: NOW }, input: { item: item + 1 } });
  await expect(late).rejects.toThrow(/is archived/);
});
