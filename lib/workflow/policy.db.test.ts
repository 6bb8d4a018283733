import { afterAll, describe, expect, test } from "vitest";
import { PolicyRules, PRESETS } from "#/lib/coverage/policy.ts";
import { closeQueue, openQueue } from "#/lib/jobs/queue.ts";
import { db } from "#/lib/store/db.ts";
import { endTrial } from "#/lib/store/policy-trials.ts";
import { addProgram } from "./add-program.ts";
import { applyPolicy } from "./apply-policy.ts";
import { archiveProgram } from "./archive-program.ts";
import { claimGap } from "./claim-gap.ts";
import { editCharter } from "./edit-charter.ts";
import { actor, lastDecision } from "./testing/actors.ts";
import { tryPolicy } from "./try-policy.ts";

afterAll(closeQueue);

const NOW = new Date("2026-06-12T18:00:00Z");
const manager = { actor: await actor("Manager", ["program_manager"]), now: NOW };
const cto = { actor: await actor("Chief", ["cto"]), now: NOW };
const engineer = { actor: await actor("Engineer", ["engineer"]), now: NOW };
const agent = { actor: await actor("Agent", ["engineer"], "agent"), now: NOW };

const BLOCKING = PolicyRules.parse(PRESETS.blocking);
const TESTED: PolicyRules = { ...BLOCKING, rung: "tested" };
const reason = "We want to see it.";

async function made(slug: string): Promise<number> {
  const fixesSince = new Date("2026-01-01T00:00:00Z");
  const input = { slug, name: slug, fixesSince, timeZone: "UTC", rules: BLOCKING };
  return addProgram({ ctx: manager, input });
}
const versionsOf = (programId: number) =>
  db.policy.findMany({ where: { programId }, orderBy: { version: "asc" } });

async function waitingJobs(name: string): Promise<unknown[]> {
  await openQueue({ worker: false });
  const rows = await db.$queryRaw<{ data: unknown }[]>`
    select data from pgboss.job where name = ${name} and state = 'created' order by created_on, id`;
  return rows.map(({ data }) => data);
}

describe("trying rules", () => {
  test("leaves a question that waits, and nothing else", async () => {
    const programId = await made("tried");
    const decisions = await db.decision.count();
    const { trial } = await tryPolicy({ ctx: cto, input: { slug: "tried", rules: TESTED } });
    expect(await db.policyTrial.findMany({ where: { programId } })).toMatchObject([
      { id: trial, actorId: cto.actor.id, at: NOW, baseVersion: 1, state: "waiting", result: null },
    ]);
    expect(await waitingJobs("try-policy")).toEqual([{ trialId: trial }]);
    expect(await versionsOf(programId)).toHaveLength(1);
    expect(await db.decision.count()).toBe(decisions);
  });

  test("an answer is given once", async () => {
    const { trial } = await tryPolicy({ ctx: cto, input: { slug: "tried", rules: TESTED } });
    await endTrial(trial, { error: "The first." }, NOW);
    await endTrial(trial, { error: "The second." }, NOW);
    const row = await db.policyTrial.findUnique({ where: { id: trial } });
    expect(row).toMatchObject({ state: "failed", error: "The first.", endedAt: NOW });
  });

  test("rules that are none are told where they are wrong, and nothing is asked", async () => {
    const before = await db.policyTrial.count();
    const rules = { ...TESTED, lease: { hours: 3 }, rungs: 1 };
    await expect(tryPolicy({ ctx: cto, input: { slug: "tried", rules } })).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringMatching(
        /^The rules are not valid\. .*lease: there is no field "hours"/,
      ),
    });
    expect(await db.policyTrial.count()).toBe(before);
  });
});

describe("applying rules", () => {
  test("is a new version with who and why; the old one stays as it was", async () => {
    const programId = await made("applied");
    const [first] = await versionsOf(programId);
    const input = { slug: "applied", rules: TESTED, baseVersion: 1, reason };
    expect(await applyPolicy({ ctx: cto, input })).toEqual({ version: 2 });
    const versions = await versionsOf(programId);
    expect(versions[0]).toEqual(first);
    expect(versions[1]).toMatchObject({ actorId: cto.actor.id, reason, createdAt: NOW });
    expect(PolicyRules.parse(versions[1]?.rules)).toEqual(TESTED);
    expect(await lastDecision()).toEqual({
      verb: "policy.apply",
      subject: "program:applied",
      actorId: cto.actor.id,
      at: NOW,
      before: { version: 1, rung: "blocking" },
      after: {
        version: 2,
        rung: "tested",
        reason,
        changes: ["The rung that counts as covered: blocking → tested"],
      },
    });
    expect(await waitingJobs("assess-program")).toContainEqual({ programId });
  });

  test.each([
    [
      "rules made from an older version",
      { rules: BLOCKING, baseVersion: 1 },
      /Version 2 .*from version 1/,
    ],
    ["the rules in force", { rules: TESTED, baseVersion: 2 }, /version 2.*nothing to apply/],
  ])("%s are a conflict that leaves nothing", async (_what, given, message) => {
    const counts = async () => [await db.policy.count(), await db.decision.count()];
    const before = await counts();
    const refused = applyPolicy({ ctx: cto, input: { slug: "applied", reason, ...given } });
    await expect(refused).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringMatching(message),
    });
    expect(await counts()).toEqual(before);
  });

  test("of ten who apply at once one does, and each other is told which version is in force", async () => {
    const programId = await made("raced");
    const all = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) => {
        const rules = { ...BLOCKING, name: `ours ${index}` };
        return applyPolicy({ ctx: cto, input: { slug: "raced", rules, baseVersion: 1, reason } });
      }),
    );
    const lost = all.filter((each) => each.status === "rejected");
    expect(lost).toHaveLength(9);
    for (const { reason: why } of lost)
      expect(why).toMatchObject({ code: "conflict", message: expect.stringMatching(/Version 2/) });
    expect(await versionsOf(programId)).toHaveLength(2);
  });
});

test.each([
  ["a program manager", manager],
  ["an engineer", engineer],
])("%s neither tries nor applies rules", async (_who, ctx) => {
  await made(ctx.actor.name.toLowerCase());
  const draft = { slug: ctx.actor.name.toLowerCase(), rules: TESTED };
  await expect(tryPolicy({ ctx, input: draft })).rejects.toMatchObject({ code: "forbidden" });
  await expect(
    applyPolicy({ ctx, input: { ...draft, baseVersion: 1, reason } }),
  ).rejects.toMatchObject({ code: "forbidden", message: expect.stringMatching(/governor or cto/) });
});

test("in an archived program nothing is tried, applied or promised", async () => {
  await made("archived");
  await archiveProgram({ ctx: manager, input: { slug: "archived" } });
  const draft = { slug: "archived", rules: TESTED };
  const all = [
    tryPolicy({ ctx: cto, input: draft }),
    applyPolicy({ ctx: cto, input: { ...draft, baseVersion: 1, reason } }),
    editCharter({ ctx: manager, input: { slug: "archived", charter: {} } }),
  ];
  for (const refused of await Promise.allSettled(all))
    expect(refused).toMatchObject({ status: "rejected", reason: { code: "conflict" } });
});

test("a claim lasts as long as the policy in force says", async () => {
  const programId = await made("leased");
  const rules = { ...BLOCKING, lease: { agentMinutes: 7, personDays: 2 } };
  await applyPolicy({ ctx: cto, input: { slug: "leased", rules, baseVersion: 1, reason } });
  const claimable = async (number: number) => {
    const naturalKey = `fix:1:${number}`;
    const item = await db.item.create({ data: { programId, kind: "fix", naturalKey } });
    const verdict = { measure: "blocking", verdict: "gap", population: "fix", repositoryId: 1 };
    await db.verdict.create({ data: { itemId: item.id, programId, ...verdict } });
    return item.id;
  };
  const ends = [
    await claimGap({ ctx: agent, input: { item: await claimable(1) } }),
    await claimGap({ ctx: engineer, input: { item: await claimable(2) } }),
  ];
  expect(ends).toEqual([
    { expiresAt: new Date("2026-06-12T18:07:00Z") },
    { expiresAt: new Date("2026-06-14T18:00:00Z") },
  ]);
});

describe("the charter", () => {
  test("is written whole, and the audit line keeps what stood there before", async () => {
    await made("promised");
    const [first, second] = [{ definitionOfDone: "a gate" }, { definitionOfDone: "a proof" }];
    await editCharter({ ctx: manager, input: { slug: "promised", charter: first } });
    await editCharter({ ctx: manager, input: { slug: "promised", charter: second } });
    const row = await db.program.findUnique({ where: { slug: "promised" } });
    expect(row?.charter).toEqual(second);
    expect(await lastDecision()).toMatchObject({
      verb: "charter.edit",
      subject: "program:promised",
      before: first,
      after: second,
    });
    await editCharter({ ctx: manager, input: { slug: "promised", charter: null } });
    expect(await db.program.findUnique({ where: { slug: "promised" } })).toMatchObject({
      charter: null,
    });
  });

  test("an engineer does not write it", async () => {
    const edit = editCharter({ ctx: engineer, input: { slug: "promised", charter: {} } });
    await expect(edit).rejects.toMatchObject({ code: "forbidden" });
  });
});
