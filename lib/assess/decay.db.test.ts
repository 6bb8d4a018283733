import { afterAll, afterEach, describe, expect, test } from "vitest";
import { sampleRules } from "#/lib/cli/up/sample-rules.ts";
import { change } from "#/lib/fake/change.ts";
import { db, inTransaction } from "#/lib/store/db.ts";
import { saveLinkWord } from "#/lib/store/save-link-word.ts";
import { saveOverride } from "#/lib/store/save-override.ts";
import { refusePass } from "#/lib/store/sync-streams.ts";
import { NOW } from "#/lib/sync/testing/sample.ts";
import { assessProgram } from "./assess-program.ts";
import { rebuild } from "./rebuild.ts";
import { chatGate } from "./testing/chat-gate.ts";
import { dropDerived } from "./testing/derived.ts";
import { decayRows } from "./testing/standing-rows.ts";

const chat = await chatGate();
const { sample } = chat;
afterAll(() => sample.close());
afterEach(() => chat.restore());

describe("what is no decay", () => {
  const fell = async () => [await chat.moved(), await decayRows()];

  test("a file that moves with the names of its checks leaves everything where it stands", async () => {
    change.renameFile(chat.place, { from: chat.path, to: ".gitea/workflows/e2e-chats.yml" });
    await chat.judge();
    expect(await fell()).toEqual([[], []]);
  });

  test("a gate that is masked and held up nothing lets nothing fall", async () => {
    const path = ".gitea/workflows/ci.yml";
    const text = chat.branch?.files.get(path) ?? "";
    chat.write(text.replace("npx vitest run src", "npx vitest run src || true"), path);
    await chat.judge();
    expect(await fell()).toEqual([[], []]);
    chat.write(text, path);
  });

  test("what a person took away names no cause of a gate", async () => {
    const word = {
      programId: sample.programId,
      at: NOW,
      actorId: sample.ctx.actor.id,
      from: { kind: "pull", repositoryId: chat.core, number: 2624 },
      to: { kind: "pull", repositoryId: chat.core, number: 2605 },
      relation: "covers",
      reason: "It looks at something else.",
    } as const;
    await inTransaction((tx) => saveLinkWord(tx, { ...word, value: "reject" }));
    await sample.assess();
    expect(await fell()).toEqual([[chat.keyOf(2605)], []]);
    await inTransaction((tx) => saveLinkWord(tx, { ...word, value: null }));
  });

  test.each([
    ["policy", { policyVersion: 0 }],
    ["engine", { engineVersion: "0" }],
  ])("what another %s had judged is not held against a gate", async (_rule, data) => {
    await db.standing.updateMany({ data });
    chat.write(chat.masked);
    await chat.judge();
    expect(await fell()).toEqual([chat.held, []]);
  });

  test("workflow files that cannot be read leave unknown what they held up", async () => {
    await refusePass({ repositoryId: chat.core, stream: "workflows", refusal: "HTTP 403" });
    await sample.assess();
    expect(await decayRows()).toEqual([]);
    const gaps = { measure: "blocking", verdict: "gap", item: { naturalKey: { in: chat.held } } };
    expect(await db.verdict.count({ where: gaps })).toBe(0);
  });
});

describe("a filter", () => {
  const filesOf = (number: number) =>
    sample.core.pulls.find((pull) => pull.number === number)?.files.map(({ path }) => path) ?? [];

  test("that leaves out the files of one fix lowers that one alone", async () => {
    const ignored = filesOf(2452).map((path) => `'${path}'`);
    const others = [2180, 2361, 2534].flatMap(filesOf);
    expect(filesOf(2452).some((path) => others.includes(path))).toBe(false);
    chat.write(
      chat.text.replace("pull_request: { ", `pull_request: { paths-ignore: [${ignored.join()}], `),
    );
    await chat.judge();
    expect(await chat.moved()).toEqual([chat.keyOf(2452)]);
    expect(await decayRows()).toMatchObject([
      { cause: "filtered_away", items: [{ key: chat.keyOf(2452), rung: "blocking" }] },
    ]);
  });
});

describe("a fall", () => {
  const lying = chat.held.map((key) => ({ key, mended: false }));
  const mended = chat.held.map((key) => ({ key, mended: true }));

  test("is told once while it lasts, and again after it was mended", async () => {
    for (const text of [chat.masked, `${chat.masked}# again\n`, `# below\n${chat.masked}`]) {
      chat.write(text);
      await chat.judge();
      await sample.assess();
    }
    expect(await decayRows()).toMatchObject([{ items: lying }]);
    chat.write(chat.text);
    await chat.judge();
    expect(await decayRows()).toMatchObject([{ items: mended }]);
    chat.write(chat.masked);
    await chat.judge();
    expect(await decayRows()).toMatchObject([{ items: mended }, { items: lying }]);
  });

  test("is mended only where the rung is reached again that it came from", async () => {
    chat.write(chat.masked);
    await chat.judge();
    chat.write(chat.text);
    chat.isRequired(false);
    await chat.judge();
    expect(await decayRows()).toMatchObject([{ cause: "masked", items: lying }]);
    chat.write(chat.masked);
    await chat.judge();
    expect(await decayRows()).toHaveLength(1);
  });

  test("of a fix that leaves the scope is let go, the others lie, and it does not come back with the fix", async () => {
    chat.write(chat.masked);
    await chat.judge();
    const [first = "", ...others] = chat.held;
    const word = {
      programId: sample.programId,
      repositoryId: chat.core,
      at: NOW,
      actorId: sample.ctx.actor.id,
      subject: "fix",
      key: first.split(":").at(-1) ?? "",
      reason: "It repairs a script that nobody ships.",
    } as const;
    const lies = others.map((key) => ({ key, mended: false }));
    for (const value of ["not_fix", null]) {
      await inTransaction((tx) => saveOverride(tx, { ...word, value }));
      await sample.assess();
      expect(await decayRows()).toMatchObject([{ items: lies }]);
    }
    expect((await decayRows())[0]?.items).toHaveLength(others.length);
  });

  test("of an issue stays while the issues cannot be read, and goes with the issue", async () => {
    const item = await db.item.findFirstOrThrow({
      where: { kind: "issue", repositoryId: chat.core, standing: { isNot: null } },
      orderBy: { id: "asc" },
    });
    const [repositoryId, number] = [chat.core, item.number ?? 0];
    const fall = { itemId: item.id, rung: "gated" };
    await db.decay.create({
      data: {
        programId: sample.programId,
        repositoryId,
        gate: chat.gate,
        cause: "masked",
        why: "a",
        seenAt: NOW,
        items: { create: fall },
      },
    });
    const told = [{ items: [{ key: item.naturalKey, mended: false }] }];
    const ofIssues = { repositoryId, stream: "issues" };
    await refusePass({ repositoryId, stream: "issues", refusal: "HTTP 403" });
    await sample.assess();
    expect(await db.standing.count({ where: { itemId: item.id } })).toBe(0);
    expect(await decayRows()).toMatchObject(told);
    await db.syncStream.updateMany({ where: ofIssues, data: { refusal: null } });
    await sample.assess();
    expect(await decayRows()).toMatchObject(told);
    const where = { repositoryId_number: { repositoryId, number } };
    await db.issue.update({ where, data: { state: "closed", closedAt: new Date(0) } });
    await sample.assess();
    expect(await decayRows()).toEqual([]);
    await db.issue.update({ where, data: { state: "open", closedAt: null } });
  });

  test("outlives what is derived, and no rebuild makes one", async () => {
    chat.write(chat.masked);
    await chat.judge();
    const told = await decayRows();
    await dropDerived();
    await rebuild(NOW);
    expect(await decayRows()).toEqual(told);
    await db.decay.deleteMany();
    await dropDerived();
    await rebuild(NOW);
    expect(await decayRows()).toEqual([]);
  });

  test("has its cause in each of two programs, whichever is judged first", async () => {
    const { id, ...own } = await db.program.findFirstOrThrow();
    const second = await db.program.create({
      data: {
        ...own,
        baseline: {},
        charter: {},
        slug: "second",
        policies: { create: { version: 1, rules: sampleRules } },
        scope: { create: { repositoryId: chat.core, alias: "core" } },
      },
    });
    await assessProgram(second.id, NOW);
    chat.write(chat.masked);
    await chat.judge();
    await assessProgram(second.id, NOW);
    expect(await decayRows()).toMatchObject([
      { cause: "masked", items: lying },
      { cause: "masked", items: lying },
    ]);
    expect(await db.decay.count({ where: { programId: id } })).toBe(1);
    await db.program.delete({ where: { id: second.id } });
    await db.repositoryAudit.deleteMany({ where: { programId: second.id } });
  });
});
