import { describe, expect, test } from "vitest";
import { change } from "#/lib/fake/change.ts";
import type { Faults } from "#/lib/fake/faults.ts";
import { db } from "#/lib/store/db.ts";
import { cutPages } from "./testing/cut-pages.ts";
import { factsOf, storedFacts, written } from "./testing/facts.ts";
import { type SmallForge, smallForge } from "./testing/small-forge.ts";

/** What an undisturbed sync of the small repository stores. */
async function undisturbed(): Promise<{ facts: string[]; requests: number }> {
  await using small = await smallForge();
  await small.sync();
  return {
    facts: await factsOf(small.repositoryId),
    requests: small.served.requests.total(),
  };
}

const openNumbers = ({ core }: SmallForge) => ({
  issue: core.issues.find((issue) => issue.state === "open")?.number ?? 0,
  pull: core.pulls.find((pull) => pull.state === "open")?.number ?? 0,
});

describe("the next sync brings what changed and nothing else", () => {
  const changes: readonly (readonly [string, (small: SmallForge) => void, RegExp[]])[] = [
    [
      "a comment: itself and its issue",
      (small) =>
        change.comment(
          { ...small, repository: small.core, number: openNumbers(small).issue },
          {
            author: "kimi",
            body: "seen again",
          },
        ),
      [/^comment \d+ 24011$/, /^issue \d+ \d+$/],
    ],
    [
      "an edited comment, which leaves its issue as it was",
      ({ store, core }) =>
        change.editComment({ store, repository: core }, { id: 24_001, body: "other" }),
      [/^comment \d+ 24001$/],
    ],
    [
      "a new title",
      (small) =>
        change.retitle(
          { ...small, repository: small.core, number: openNumbers(small).issue },
          "another title",
        ),
      [/^issue \d+ \d+$/],
    ],
    [
      "an issue that was closed",
      (small) =>
        change.close({ ...small, repository: small.core, number: openNumbers(small).issue }),
      [/^issue \d+ \d+$/],
    ],
    [
      "a merge with the files and the patches that it brings, and the branch's new tip",
      (small) => {
        const place = { ...small, repository: small.core, number: openNumbers(small).pull };
        change.merge(place, "cr2");
      },
      [
        /^changed_file \d+ \S+$/,
        /^commit_checks \w{40}$/,
        /^commit_line \w{40}$/,
        /^file_patch \d+ \S+$/,
        /^pull_request \d+ \d+$/,
        /^repository_tree \w{40}$/,
      ],
    ],
  ];

  test.each(changes)("%s", async (_what, make, brought) => {
    await using small = await smallForge();
    await small.sync();
    const before = await storedFacts(small.repositoryId);
    small.store.clock.advance(3600);
    make(small);
    expect(await small.sync()).toBe("done");
    const rows = written(before, await storedFacts(small.repositoryId)).filter(
      (row) => !row.startsWith("workflow_file"),
    );
    expect(rows).toHaveLength(brought.length);
    for (const [index, pattern] of brought.entries()) expect(rows[index]).toMatch(pattern);
  });

  test("a pass over a repository that stands still asks three questions, whatever the timers ask beside them", async () => {
    await using small = await smallForge();
    await small.sync();
    small.store.clock.advance(600);
    await small.sync();
    small.served.requests.reset();
    expect(await small.sync()).toBe("done");
    expect(small.served.requests.byEndpoint()).toEqual({
      "GET /repos/{owner}/{repo}/issues": 1,
      "GET /repos/{owner}/{repo}/issues/comments": 1,
      "GET /repos/{owner}/{repo}/actions/runs": 1,
    });
  });

  test("one pull request that changed costs at most six questions", async () => {
    await using small = await smallForge();
    await small.sync();
    small.store.clock.advance(600);
    await small.sync();
    const place = { ...small, repository: small.core, number: openNumbers(small).pull };
    change.retitle(place, "another title");
    small.store.clock.advance(60);
    small.served.requests.reset();
    expect(await small.sync()).toBe("done");
    expect(small.served.requests.total()).toBeLessThanOrEqual(6);
    const key = { repositoryId: small.repositoryId, number: place.number };
    expect(
      await db.pullRequest.findUniqueOrThrow({ where: { repositoryId_number: key } }),
    ).toMatchObject({ title: "another title" });
  });
});

describe("a walk that is killed", () => {
  // Every request is killed at by the random histories of ./converge; here what was read is compared too.
  test("at every fifth request, synced again: nothing is missing and nothing is doubled", async () => {
    const { facts, requests } = await undisturbed();
    expect(requests).toBeGreaterThan(30);
    for (let dies = 1; dies <= requests; dies += 5) {
      const state = { dead: true };
      const faults: Faults = (_request, nth) =>
        state.dead && nth >= dies ? { kind: "status", status: 500 } : null;
      await using small = await smallForge({ faults });
      expect(await small.sync(), `request ${dies} fails`).toBe("failed");
      expect((await small.lastRun()).error).toMatch(/500 for|500\)|of \d+ pull requests/);
      state.dead = false;
      expect(await small.sync(), `synced again after ${dies}`).toBe("done");
      expect(await factsOf(small.repositoryId), `all there after ${dies}`).toEqual(facts);
    }
  }, 240_000);

  test("goes on at its page instead of beginning anew, and the watermark moves only at the end", async () => {
    const state = { dead: true };
    const faults: Faults = ({ path, query }) =>
      state.dead &&
      path.endsWith("/pulls") &&
      (Number(query.get("page")) - 1) * Number(query.get("limit")) >= 6
        ? { kind: "status", status: 502 }
        : null;
    await using small = await smallForge({ faults });
    expect(await small.sync()).toBe("failed");
    const key = { repositoryId: small.repositoryId, stream: "pulls" };
    const stream = () => db.syncStream.findUniqueOrThrow({ where: { repositoryId_stream: key } });
    expect(await stream()).toMatchObject({ watermark: null, completedAt: null });
    const began = new Date(small.store.clock.now());
    small.store.clock.advance(600);
    state.dead = false;
    small.served.requests.reset();
    expect(await small.sync()).toBe("done");
    const pages = small.served.requests.entries
      .filter(({ path, query }) => path.endsWith("/pulls") && query.includes("limit=3"))
      .map(({ query }) => new URLSearchParams(query).get("page"));
    expect(pages).toEqual(["3", "4"]);
    expect(await stream()).toMatchObject({ watermark: began, position: null, passStartedAt: null });
  });
});

describe("the list moves while it is read", () => {
  /** The request that asks for a page of a list in an undisturbed walk. */
  async function nthOf(list: string, page: number): Promise<number> {
    await using small = await smallForge();
    await small.sync();
    const index = small.served.requests.entries.findIndex(
      ({ path, query }) =>
        path.endsWith(list) && new URLSearchParams(query).get("page") === String(page),
    );
    expect(index).toBeGreaterThan(0);
    return index + 1;
  }

  test("a pull request that jumps to the front while it is unread is there after the next sync", async () => {
    const nth = await nthOf("/pulls", 2);
    await using small = await smallForge();
    const last = small.core.pulls.toSorted((a, b) => a.updatedAt.localeCompare(b.updatedAt))[0];
    const number = last?.number ?? 0;
    small.served.onRequest(nth, () => {
      small.store.clock.advance(60);
      change.retitle({ store: small.store, repository: small.core, number }, "jumped");
    });
    await small.sync();
    await small.sync();
    expect(await db.pullRequest.count({ where: { repositoryId: small.repositoryId } })).toBe(12);
    const key = { repositoryId: small.repositoryId, number };
    expect(
      await db.pullRequest.findUniqueOrThrow({ where: { repositoryId_number: key } }),
    ).toMatchObject({ title: "jumped" });
  });

  test.each(["/issues", "/issues/comments"])(
    "of %s a row that is deleted on a page already read hides no other row",
    async (list) => {
      const nth = await nthOf(list, 3);
      await using small = await smallForge();
      small.served.onRequest(nth, () => {
        const newest = small.core.issues.toSorted((a, b) => b.number - a.number)[0];
        if (list === "/issues")
          small.core.issues = small.core.issues.filter((issue) => issue !== newest);
        else small.core.comments = small.core.comments.slice(1);
      });
      await small.sync();
      const { repositoryId } = small;
      const held =
        list === "/issues"
          ? (await db.issue.findMany({ where: { repositoryId } })).map((row) => row.number)
          : (await db.comment.findMany({ where: { repositoryId } })).map((row) =>
              Number(row.externalId),
            );
      const there =
        list === "/issues"
          ? small.core.issues.map((row) => row.number)
          : small.core.comments.map((row) => row.id);
      expect(there.filter((key) => !held.includes(key))).toEqual([]);
    },
  );

  test("an issue that is opened during the walk is there after the next sync", async () => {
    const nth = await nthOf("/issues", 2);
    await using small = await smallForge();
    const [first] = small.core.issues;
    small.served.onRequest(nth, () => {
      small.store.clock.advance(60);
      const at = small.store.clock.now();
      if (first)
        small.core.issues.push({ ...first, id: 77, number: 2999, createdAt: at, updatedAt: at });
    });
    await small.sync();
    await small.sync();
    const { repositoryId } = small;
    expect(await db.issue.count({ where: { repositoryId } })).toBe(12);
    expect(await db.issue.count({ where: { repositoryId, number: 2999 } })).toBe(1);
  });
});

describe("answers that are not whole", () => {
  test.each(["truncate", "hang-up"] as const)("a %s is tried again", async (kind) => {
    const { facts } = await undisturbed();
    await using small = await smallForge({ faults: (_, nth) => (nth % 3 === 0 ? { kind } : null) });
    expect(await small.sync()).toBe("done");
    expect(await factsOf(small.repositoryId)).toEqual(facts);
  });

  test("a page that is shorter than the forge's own count allows fails the run, and the pass stays open", async () => {
    await using small = await smallForge();
    await using proxy = await cutPages(small.served.url, /\/pulls$/);
    expect(await small.sync({ url: proxy.url })).toBe("failed");
    expect((await small.lastRun()).error).toMatch(/2 rows on page 1 .* asks for 3/);
    const { repositoryId } = small;
    expect(await db.syncStream.count({ where: { repositoryId, stream: "pulls" } })).toBe(0);
    expect(await small.sync()).toBe("done");
    expect(await db.pullRequest.count({ where: { repositoryId } })).toBe(12);
  });
});
