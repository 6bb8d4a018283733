import { describe, expect, test } from "vitest";
import { change } from "#/lib/fake/change.ts";
import type { Poison } from "#/lib/fake/poison.ts";
import { db } from "#/lib/store/db.ts";
import { cutPages } from "./testing/cut-pages.ts";
import { type SmallForge, smallForge } from "./testing/small-forge.ts";

const DAY_S = 24 * 3600;

const placeOf = (small: SmallForge, number: number) => ({
  store: small.store,
  repository: small.core,
  number,
});
const openIssue = ({ core }: SmallForge): number =>
  core.issues.find(({ state }) => state === "open")?.number ?? 0;
const held = async (repositoryId: number) => ({
  issues: await db.issue.count({ where: { repositoryId } }),
  pulls: await db.pullRequest.count({ where: { repositoryId } }),
  comments: await db.comment.count({ where: { repositoryId } }),
});

describe("what the forge does not have any more", () => {
  test("an issue that was deleted is taken out with its comments, and the last of it is kept", async () => {
    await using small = await smallForge();
    const { repositoryId } = small;
    const [first] = small.core.comments;
    await small.sync();
    const before = await held(repositoryId);
    change.remove(placeOf(small, first?.number ?? 0));
    expect(await small.sync({ whole: true })).toBe("done");
    expect(await held(repositoryId)).toEqual({
      ...before,
      issues: before.issues - 1,
      comments: before.comments - 1,
    });
    const buried = await db.tombstone.findMany({
      where: { repositoryId },
      orderBy: { kind: "asc" },
    });
    expect(buried.at(-1)).toMatchObject({
      kind: "issue",
      key: String(first?.number),
      how: "gone",
      last: expect.objectContaining({ number: first?.number, title: expect.any(String) }),
    });
  });

  test("a deletion shows in the counts, and the walk that finds it needs nobody to ask for it", async () => {
    await using small = await smallForge();
    await small.sync();
    const number = openIssue(small);
    change.remove(placeOf(small, number));
    small.store.clock.advance(DAY_S / 2);
    expect(await small.sync()).toBe("done");
    const { repositoryId } = small;
    expect(await db.issue.count({ where: { repositoryId, number } })).toBe(0);
    expect(await db.tombstone.count({ where: { repositoryId, kind: "issue" } })).toBe(1);
  });

  test("counts that never agree have everything walked over every six hours and not more often", async () => {
    await using small = await smallForge();
    await small.sync();
    const { repositoryId } = small;
    // A row that was never the forge's.
    await db.comment.create({
      data: {
        repositoryId,
        externalId: "999999",
        number: 1,
        body: "of nobody",
        createdAt: new Date(0),
        updatedAt: new Date(0),
      },
    });
    const walks = async () => {
      small.store.clock.advance(3600 + 60);
      small.served.requests.reset();
      await small.sync();
      return small.served.requests.entries.filter(
        ({ path, query }) => path.endsWith("/issues/comments") && !query.includes("since"),
      ).length;
    };
    const seen: boolean[] = [];
    for (let hour = 1; hour <= 8; hour += 1) seen.push((await walks()) > 1);
    expect(seen.indexOf(true)).toBe(5);
    expect(seen.filter(Boolean)).toHaveLength(1);
    expect(await db.comment.count({ where: { repositoryId, externalId: "999999" } })).toBe(0);
  });

  test("a comment that was deleted goes by itself", async () => {
    await using small = await smallForge();
    await small.sync();
    const { repositoryId } = small;
    change.deleteComment({ store: small.store, repository: small.core }, 24_003);
    expect(await small.sync({ whole: true })).toBe("done");
    expect(await db.comment.count({ where: { repositoryId, externalId: "24003" } })).toBe(0);
    expect(await db.tombstone.findMany({ where: { repositoryId } })).toMatchObject([
      { kind: "comment", key: "24003", how: "gone" },
    ]);
  });

  test("a repository that is not shown is lost with its reason, nothing of it is deleted, and it comes back", async () => {
    await using small = await smallForge();
    await small.sync();
    const { repositoryId } = small;
    const before = await held(repositoryId);
    await using proxy = await cutPages(small.served.url, /\/nothing$/, /./);
    small.store.clock.advance(2 * 3600);
    expect(await small.sync({ url: proxy.url, whole: true })).toBe("failed");
    expect(await held(repositoryId)).toEqual(before);
    expect(await db.repository.findUnique({ where: { id: repositoryId } })).toMatchObject({
      lostAt: expect.any(Date),
      lostWhy: expect.stringMatching(/may not see it/),
    });
    expect(await small.sync({ whole: true })).toBe("done");
    expect(await db.repository.findUnique({ where: { id: repositoryId } })).toMatchObject({
      lostAt: null,
      lostWhy: null,
    });
    expect(await held(repositoryId)).toEqual(before);
  });
});

describe("a row that the forge cannot give", () => {
  test("is set aside and listed, hides no other, ends nothing, and is there once it can be given", async () => {
    const poison: Poison[] = [];
    await using small = await smallForge({ poison });
    const number = small.core.pulls[4]?.number ?? 0;
    poison.push({ repository: "molecule-ai/molecule-core", number });
    const { repositoryId } = small;
    expect(await small.sync()).toBe("done");
    expect(await db.pullRequest.count({ where: { repositoryId } })).toBe(11);
    const [aside] = await db.quarantine.findMany({ where: { repositoryId, stream: "pulls" } });
    expect(aside?.why).toMatch(/500/);
    poison.length = 0;
    small.store.clock.advance(60);
    expect(await small.sync({ whole: true })).toBe("done");
    expect(await db.pullRequest.count({ where: { repositoryId } })).toBe(12);
    expect(await db.quarantine.count({ where: { repositoryId } })).toBe(0);
  });
});
