import { describe, expect, test } from "vitest";
import type { Faults } from "#/lib/fake/faults.ts";
import { db } from "#/lib/store/db.ts";
import { loadDirectCommits } from "#/lib/store/load-direct-commits.ts";
import { cloneSource } from "./testing/clone-source.ts";
import { cutPages } from "./testing/cut-pages.ts";
import { scopeOf } from "./testing/scope-of.ts";
import { COMMITS, push, pushedIn, unpush, withPushes } from "./testing/with-pushes.ts";

const streamOf = (repositoryId: number) =>
  db.syncStream.findUnique({ where: { repositoryId_stream: { repositoryId, stream: "commits" } } });
const titles = (...numbers: number[]) => ({
  known: true,
  value: numbers.map((each) => `fix(ci): pushed ${each}`),
});

/** Faults that spoil requests for commits while they are told to. */
function spoiled(status: 403 | 500 | 503, from = 1) {
  const state = { on: true, asked: 0 };
  const faults: Faults = ({ path }) => {
    if (!state.on || !path.endsWith("/commits")) return null;
    state.asked += 1;
    return state.asked >= from ? { kind: "status", status } : null;
  };
  return { state, faults };
}

describe("a right that is missing", () => {
  test("leaves direct commits unknown with the reason, the repository audited and the rest read", async () => {
    const { state, faults } = spoiled(403);
    await using small = await withPushes(3, { faults });
    const { repositoryId } = small;
    expect(await small.sync()).toBe("done");
    const why = expect.stringMatching(/does not allow this to the token.*403/);
    expect(await pushedIn(repositoryId)).toEqual({ known: false, why });
    expect((await scopeOf(repositoryId)).audited).toBe(true);
    expect(await db.issue.count({ where: { repositoryId } })).toBe(11);
    state.on = false;
    expect(await small.sync()).toBe("done");
    expect(await pushedIn(repositoryId)).toEqual(titles(1, 2, 3));
    state.on = true;
    push(small, "fix(ci): pushed 4");
    expect(await small.sync()).toBe("done");
    expect(await pushedIn(repositoryId)).toEqual({ known: false, why });
    expect(await db.directCommit.count({ where: { repositoryId } })).toBe(4);
  });

  test("for pull requests leaves it unknown which commits are direct", async () => {
    const state = { on: false };
    const faults: Faults = ({ path }) =>
      state.on && path.endsWith("/pulls") ? { kind: "status", status: 403 } : null;
    await using small = await withPushes(1, { faults });
    await small.sync();
    state.on = true;
    expect(await small.sync({ whole: true })).toBe("done");
    expect(await pushedIn(small.repositoryId)).toMatchObject({
      known: false,
      why: expect.stringMatching(/pull requests could not be read/),
    });
  });
});

test("a repository whose code is not shown is audited, with direct commits unknown", async () => {
  await using small = await withPushes(1);
  await using proxy = await cutPages(small.served.url, /nothing$/, /\/commits$/);
  expect(await small.sync({ url: proxy.url })).toBe("done");
  const why = expect.stringMatching(/has nothing there.*404/);
  expect(await pushedIn(small.repositoryId)).toEqual({ known: false, why });
  expect((await scopeOf(small.repositoryId)).audited).toBe(true);
});

test("before the first sync direct commits are not read yet, which is not none", async () => {
  await using small = await withPushes(1);
  expect(await pushedIn(small.repositoryId)).toMatchObject({
    known: false,
    why: expect.stringMatching(/not read yet; the next sync/),
  });
});

describe("an outage", () => {
  test.each([
    ["of every page", 1],
    ["that begins at the third page", 3],
  ])("%s ends the run, refuses nothing, and the next sync goes on", async (_when, from) => {
    const { state, faults } = spoiled(503, from);
    await using small = await withPushes(5, { faults });
    const { repositoryId } = small;
    expect(await small.sync()).toBe("failed");
    expect((await small.lastRun()).error).toMatch(/503/);
    expect((await streamOf(repositoryId))?.refusal ?? null).toBeNull();
    expect((await pushedIn(repositoryId)).known).toBe(false);
    state.on = false;
    expect(await small.sync()).toBe("done");
    expect(await pushedIn(repositoryId)).toEqual(titles(1, 2, 3, 4, 5));
  });
});

describe("a walk that is killed", () => {
  test("goes on at its page, and brings what was pushed since", async () => {
    const { state, faults } = spoiled(500, 4);
    await using small = await withPushes(9, { faults });
    const { repositoryId } = small;
    expect(await small.sync()).toBe("failed");
    expect(await db.directCommit.count({ where: { repositoryId } })).toBe(9);
    state.on = false;
    push(small, "fix(ci): pushed 10");
    const whole = await requestsOf(10);
    small.served.requests.reset();
    expect(await small.sync()).toBe("done");
    expect(small.served.requests.count(COMMITS)).toBe(whole - 3 + 1);
    expect(await pushedIn(repositoryId)).toEqual(titles(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
  });

  test.each([
    ["and whose commits were taken back meanwhile", 2],
    ["and of whose commits none is left", 9],
  ])("%s holds what is on the branch now and no other", async (_when, taken) => {
    const { state, faults } = spoiled(500, 3);
    await using small = await withPushes(9, { faults });
    await small.sync();
    for (let count = 0; count < taken; count += 1) unpush(small);
    push(small, "fix(ci): pushed 77");
    state.on = false;
    expect(await small.sync()).toBe("done");
    const kept = Array.from({ length: 9 - taken }, (_, index) => index + 1);
    expect(await pushedIn(small.repositoryId)).toEqual(titles(...kept, 77));
  });

  test.each([
    ["was killed", 500],
    ["lost its right", 403],
  ] as const)(
    "above an earlier tip and that %s leaves nothing of what was taken back since",
    async (_what, status) => {
      const { state, faults } = spoiled(status, 3);
      state.on = false;
      await using small = await withPushes(3, { faults });
      await small.sync();
      for (let number = 4; number <= 12; number += 1) push(small, `fix(ci): pushed ${number}`);
      state.on = true;
      await small.sync();
      const { repositoryId } = small;
      expect(await db.directCommit.count({ where: { repositoryId } })).toBe(1 + 3 + 6);
      for (let number = 4; number <= 12; number += 1) unpush(small);
      push(small, "fix(ci): pushed 77");
      state.on = false;
      expect(await small.sync()).toBe("done");
      expect(await pushedIn(repositoryId)).toEqual(titles(1, 2, 3, 77));
      expect(await small.sync()).toBe("done");
      expect(await pushedIn(repositoryId)).toEqual(titles(1, 2, 3, 77));
    },
  );

  test("at any page after a rewritten history ends with what an undisturbed one holds", async () => {
    for (let from = 1; from <= 8; from += 1) {
      const { state, faults } = spoiled(500, from);
      state.on = false;
      await using small = await withPushes(8, { faults });
      await small.sync();
      for (let count = 0; count < 4; count += 1) unpush(small);
      for (const number of [11, 12, 13]) push(small, `fix(ci): pushed ${number}`);
      state.on = true;
      await small.sync();
      state.on = false;
      expect(await small.sync()).toBe("done");
      expect(await pushedIn(small.repositoryId), `page ${from}`).toEqual(
        titles(1, 2, 3, 4, 11, 12, 13),
      );
    }
  });

  /** How many pages a first walk of so many pushes takes. */
  async function requestsOf(count: number): Promise<number> {
    await using small = await withPushes(count);
    await small.sync();
    return small.served.requests.count(COMMITS);
  }
});

test("a window that begins earlier than what was read is unknown until it is read", async () => {
  await using small = await withPushes(3);
  const { repositoryId } = small;
  const [, second] = small.core.directCommits;
  const fixesSince = new Date(second?.at ?? 0);
  const program = await db.program.create({ data: { slug: "later", name: "Later", fixesSince } });
  const scope = { programId: program.id, repositoryId, alias: "core" };
  await db.programRepository.create({ data: scope });
  await small.sync();
  const held = await loadDirectCommits(repositoryId, fixesSince, new Date("2027-01-01"));
  expect(held.known && held.value).toHaveLength(2);
  expect(await pushedIn(repositoryId)).toMatchObject({
    known: false,
    why: expect.stringMatching(/not read from the beginning of the window/),
  });
  await db.program.update({ where: { id: program.id }, data: { fixesSince: new Date(0) } });
  await small.sync();
  expect(await pushedIn(repositoryId)).toEqual(titles(1, 2, 3));
  const late = new Date(small.core.directCommits[2]?.at ?? 0);
  await db.program.update({ where: { id: program.id }, data: { fixesSince: late } });
  await small.sync();
  expect(await db.directCommit.count({ where: { repositoryId } })).toBe(1);
  await db.program.delete({ where: { id: program.id } });
});

describe("a clone", () => {
  test("gives its direct commits, a new one alone, and after a rewritten history what is there now", async () => {
    using clone = await cloneSource();
    const { scratch, repositoryId } = clone;
    const held = async () => {
      const rows = await db.directCommit.findMany({
        where: { repositoryId },
        orderBy: { committedAt: "asc" },
      });
      return rows.map(({ title, walk }) => `${title} ${walk}`);
    };
    await clone.sync();
    expect(await held()).toEqual(["start 1"]);
    scratch.commit("hotfix: pushed");
    await clone.sync();
    expect(await held()).toEqual(["start 1", "hotfix: pushed 2"]);
    scratch.git("reset", "-q", "--hard", "HEAD~1");
    scratch.commit("hotfix: other");
    await clone.sync();
    expect(await held()).toEqual(["start 3", "hotfix: other 3"]);
  });
});
