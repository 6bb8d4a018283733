import { afterAll, describe, expect, test } from "vitest";
import { SourcesView } from "#/lib/contract/sources.ts";
import { db } from "#/lib/store/db.ts";
import { NOW, setUpSample } from "#/lib/sync/testing/sample.ts";
import { readSources } from "./sources.ts";

const sample = await setUpSample();
afterAll(() => sample.close());

const run = (alias: string, state: string, error: string | null = null) =>
  db.syncRun.create({
    data: { repositoryId: sample.idOf(alias), state, error, phase: "issues", startedAt: NOW },
  });
const source = async () => SourcesView.parse(await readSources()).sources[0];

describe("the state of a source", () => {
  test("is failed while the last run of any repository failed, whatever another's did since", async () => {
    expect(await source()).toMatchObject({ state: "ok", stateReason: null });
    await run("core", "failed", "The forge answered with an error.");
    await run("cp", "done");
    const failing = { state: "failed", stateReason: "The forge answered with an error." };
    expect(await source()).toMatchObject(failing);
    const under = await run("core", "running");
    expect(await source()).toMatchObject(failing);
    await db.syncRun.update({ where: { id: under.id }, data: { state: "done" } });
    expect(await source()).toMatchObject({ state: "ok", stateReason: null });
  });

  test("takes no run of a repository that is not synced, or whose program is archived", async () => {
    await run("cp", "failed", "gone");
    const { programId } = sample;
    const cp = { programId_repositoryId: { programId, repositoryId: sample.idOf("cp") } };
    const set = (syncEnabled: boolean) =>
      db.programRepository.update({ where: cp, data: { syncEnabled } });
    await set(false);
    expect(await source()).toMatchObject({ state: "ok" });
    await set(true);
    expect(await source()).toMatchObject({ state: "failed", stateReason: "gone" });
    await db.program.update({ where: { id: programId }, data: { archivedAt: NOW } });
    expect(await source()).toMatchObject({ state: "ok" });
  });
});

test("a stream that was refused says so beside its last whole pass, which is not the refused one", async () => {
  const repositoryId = sample.idOf("core");
  await db.syncStream.create({ data: { repositoryId, stream: "issues", refusal: "403" } });
  const core = (await source())?.repositories.find(({ id }) => id === repositoryId);
  expect(core?.streams.find(({ stream }) => stream === "issues")).toMatchObject({
    refusal: "403",
    lastWholePass: null,
    underWay: false,
  });
  expect(core?.streams.find(({ stream }) => stream === "pulls")).toMatchObject({ refusal: null });
});
