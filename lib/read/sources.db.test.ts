import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { SourcesView } from "#/lib/contract/sources.ts";
import { db } from "#/lib/store/db.ts";
import { NOW, setUpSample } from "#/lib/sync/testing/sample.ts";
import { readSources } from "./sources.ts";

const sample = await setUpSample();
afterAll(() => sample.close());

const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const source = async () => SourcesView.parse(await readSources()).sources[0];
const repositoryOf = async (alias: string) => {
  const found = (await source())?.repositories.find(({ id }) => id === sample.idOf(alias));
  if (!found) throw new Error(`There is no ${alias}.`);
  return found;
};
const streamOf = async (alias: string, name: string) =>
  (await repositoryOf(alias)).streams.find(({ stream }) => stream === name);

type Given = Partial<Parameters<typeof db.syncRun.create>[0]["data"]>;
const run = (alias: string, state: string, given: Given = {}) =>
  db.syncRun.create({
    data: {
      repositoryId: sample.idOf(alias),
      state,
      phase: "issues",
      startedAt: NOW,
      ...given,
    } as Parameters<typeof db.syncRun.create>[0]["data"],
  });

beforeEach(async () => {
  await db.syncRun.deleteMany();
  await db.syncStream.deleteMany();
});

describe("the state of a source", () => {
  test("is failed while the last run of any repository failed, whatever another's did since", async () => {
    expect(await source()).toMatchObject({ state: "ok", stateReason: null, stateSince: null });
    await run("core", "failed", { error: "The forge answered with an error.", endedAt: at(1) });
    await run("cp", "done", { endedAt: at(2) });
    const failing = { state: "failed", stateReason: "The forge answered with an error." };
    expect(await source()).toMatchObject(failing);
    const under = await run("core", "running");
    expect(await source()).toMatchObject(failing);
    await db.syncRun.update({ where: { id: under.id }, data: { state: "done" } });
    expect(await source()).toMatchObject({ state: "ok", stateReason: null });
  });

  test("is failed since the first failure after the last good run, with what the last one said", async () => {
    await run("core", "failed", { error: "long ago", endedAt: at(1) });
    await run("core", "done", { endedAt: at(2) });
    await run("core", "failed", { error: "first", endedAt: at(3) });
    await run("core", "failed", { error: "second", endedAt: at(4) });
    const since = at(3).toISOString();
    expect(await source()).toMatchObject({ stateSince: since, stateReason: "second" });
    expect(await repositoryOf("core")).toMatchObject({
      lastGoodRun: at(2).toISOString(),
      failing: { since, why: "second" },
    });
    expect(await repositoryOf("cp")).toMatchObject({ lastGoodRun: null, failing: null });
  });

  test("takes no run of a repository that is not synced, or whose program is archived", async () => {
    await run("cp", "failed", { error: "gone", endedAt: at(1) });
    const { programId } = sample;
    const cp = { programId_repositoryId: { programId, repositoryId: sample.idOf("cp") } };
    const set = (syncEnabled: boolean) =>
      db.programRepository.update({ where: cp, data: { syncEnabled } });
    await set(false);
    expect(await source()).toMatchObject({ state: "ok" });
    await set(true);
    expect(await source()).toMatchObject({ state: "failed", stateReason: "gone" });
    const archive = (archivedAt: Date | null) =>
      db.program.update({ where: { id: programId }, data: { archivedAt } });
    await archive(NOW);
    expect(await source()).toMatchObject({ state: "ok" });
    await archive(null);
  });

  test("waits for a limit until the first of those goes on that wait, and not while one that waited runs again", async () => {
    const waits = { error: "used up", endedAt: at(1) };
    await run("core", "waiting", { ...waits, resumesAt: at(30) });
    await run("cp", "waiting", { ...waits, resumesAt: at(20) });
    expect(await source()).toMatchObject({
      state: "waiting",
      stateReason: "used up",
      resumesAt: at(20).toISOString(),
    });
    await run("cp", "running");
    expect(await source()).toMatchObject({ resumesAt: at(30).toISOString() });
    await run("core", "running");
    expect(await source()).toMatchObject({ state: "ok", resumesAt: null });
  });

  test("is refused as long as its token is, whatever else failed", async () => {
    await run("core", "failed", { error: "The forge is away.", endedAt: at(1) });
    const set = (trouble: string | null) =>
      db.source.updateMany({ data: { trouble, troubleAt: trouble === null ? null : at(5) } });
    await set("The forge refuses the token.");
    expect(await source()).toMatchObject({
      state: "refused",
      stateReason: "The forge refuses the token.",
      stateSince: at(5).toISOString(),
    });
    await set(null);
    expect(await source()).toMatchObject({ state: "failed" });
  });
});

describe("the ledger of a stream", () => {
  const repositoryId = sample.idOf("core");

  test("one that was refused says so beside its last whole pass, which is not the refused one", async () => {
    await db.syncStream.create({ data: { repositoryId, stream: "issues", refusal: "403" } });
    expect(await streamOf("core", "issues")).toMatchObject({
      refusal: "403",
      lastWholePass: null,
      underWay: false,
    });
    expect(await streamOf("core", "pulls")).toMatchObject({ refusal: null });
  });

  test("tells what the forge has, what is gone and what it cannot give, with the rows", async () => {
    await db.syncStream.create({
      data: {
        repositoryId,
        stream: "pulls",
        forgeTotal: 12,
        countedAt: at(1),
        completedAt: at(2),
        wholeAt: at(3),
        dueAt: at(4),
      },
    });
    const gone = { repositoryId, at: NOW, how: "gone", last: {} };
    await db.tombstone.createMany({
      data: [
        { ...gone, kind: "pull", key: "7" },
        { ...gone, kind: "pull", key: "8" },
        { ...gone, kind: "issue", key: "9" },
      ],
    });
    const row = { stream: "pulls", at: "row 3 of page 2", number: 9, why: "It answers 500." };
    await db.quarantine.create({
      data: { repositoryId, ...row, since: at(5), seenAt: at(6) },
    });
    expect(await streamOf("core", "pulls")).toEqual({
      stream: "pulls",
      forgeTotal: 12,
      countedAt: at(1).toISOString(),
      held: 0,
      gone: 2,
      quarantined: 1,
      lastPass: at(2).toISOString(),
      lastWholePass: at(3).toISOString(),
      reachedBack: null,
      nextAt: at(4).toISOString(),
      refusal: null,
      underWay: false,
    });
    expect(await streamOf("core", "issues")).toMatchObject({ gone: 1, quarantined: 0 });
    expect(await streamOf("cp", "pulls")).toMatchObject({ gone: 0, quarantined: 0 });
    expect((await repositoryOf("core")).quarantined).toEqual([
      { ...row, since: at(5).toISOString() },
    ]);
    await db.quarantine.deleteMany();
    await db.tombstone.deleteMany();
  });
});

test("a repository that is not shown any more says since when and how, and its source answers", async () => {
  const where = { id: sample.idOf("core") };
  await db.repository.update({ where, data: { lostAt: at(1), lostWhy: "404" } });
  await run("core", "failed", { error: "404", endedAt: at(2) });
  expect(await repositoryOf("core")).toMatchObject({
    lost: { at: at(1).toISOString(), why: "404" },
    failing: { since: at(2).toISOString(), why: "404" },
  });
  expect(await source()).toMatchObject({ state: "ok" });
  expect(await repositoryOf("cp")).toMatchObject({ lost: null });
  await db.repository.update({ where, data: { lostAt: null, lostWhy: null } });
});

test("what is left of a limit and the last webhook stand beside the source", async () => {
  const { id } = await db.source.findFirstOrThrow();
  expect(await source()).toMatchObject({ budgets: [], hasHook: false, lastHookAt: null });
  await db.rateLimit.create({
    data: { sourceId: id, credential: "a", resource: "rest", remaining: 4200, resetAt: at(9) },
  });
  const delivery = { sourceId: id, event: "push", touched: 1 };
  await db.delivery.createMany({
    data: [
      { ...delivery, deliveryId: "1", at: at(1) },
      { ...delivery, deliveryId: "2", at: at(2) },
    ],
  });
  await db.source.update({ where: { id }, data: { sealedHook: "sealed" } });
  expect(await source()).toMatchObject({
    budgets: [{ resource: "rest", remaining: 4200, resetAt: at(9).toISOString() }],
    hasHook: true,
    lastHookAt: at(2).toISOString(),
  });
});

describe("a run under way", () => {
  const repositoryId = sample.idOf("cp");
  const running = { done: 50, total: null, phase: "pulls" };

  test("of a first walk counts what is held, so that one that goes on does not begin at 0", async () => {
    await sample.sync("cp");
    const held = await db.pullRequest.count({ where: { repositoryId } });
    await db.syncStream.update({
      where: { repositoryId_stream: { repositoryId, stream: "pulls" } },
      data: { wholeAt: null, forgeTotal: 10_000, reachedBack: at(-9) },
    });
    await run("cp", "running", running);
    expect(held).toBeGreaterThan(50);
    expect((await repositoryOf("cp")).run).toMatchObject({ done: held, total: 10_000 });
    expect(await streamOf("cp", "pulls")).toMatchObject({ reachedBack: at(-9).toISOString() });
  });

  test("of a later walk counts what it read", async () => {
    await sample.sync("cp");
    await run("cp", "running", running);
    expect((await repositoryOf("cp")).run).toMatchObject({ done: 50, total: null });
    expect(await readSources()).toMatchObject({ syncing: true });
  });
});
