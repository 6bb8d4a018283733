import { describe, expect, test } from "vitest";
import { change } from "#/lib/fake/change.ts";
import type { FakeRun } from "#/lib/fake/store.ts";
import { all, CORE, servedForge } from "./testing/served-forge.ts";

type Site = Awaited<ReturnType<typeof servedForge>>;
const ids = (rows: readonly { externalId: string }[]) => rows.map(({ externalId }) => externalId);

describe("comments", () => {
  /** So many comments, one a minute. */
  function addComments({ store, core }: Site, count: number): void {
    const [issue] = core.issues;
    if (!issue) throw new Error("The sample has no issue.");
    for (let n = 0; n < count; n += 1) {
      store.clock.advance(60);
      const place = { store, repository: core, number: issue.number };
      change.comment(place, { author: "kimi", body: `Said ${n}` });
    }
  }

  test("come in the order of their ids, each once", async () => {
    await using site = await servedForge();
    addComments(site, 250);
    const { rows } = await site.walk("comments");
    const due = site.core.comments.map(({ id }) => String(id));
    expect(ids(rows)).toEqual(due);
  });

  test("that stay are all read, though others are deleted in the midst of the walk", async () => {
    await using site = await servedForge();
    addComments(site, 400);
    const doomed = site.core.comments.slice(20, 170);
    site.served.onRequest(3, () => {
      for (const { id } of doomed) {
        change.deleteComment({ store: site.store, repository: site.core }, id);
      }
    });
    const { rows } = await site.walk("comments");
    const read = new Set(ids(rows));
    const missed = site.core.comments.filter(({ id }) => !read.has(String(id)));
    expect(missed).toEqual([]);
    expect(site.core.comments.length).toBeLessThan(400);
  });

  test("since a moment are those that changed, an old one that was edited among them", async () => {
    await using site = await servedForge();
    addComments(site, 120);
    const [first] = site.core.comments;
    if (!first) throw new Error("The sample has no comment.");
    site.store.clock.advance(60);
    const since = new Date(site.store.clock.now());
    change.editComment({ store: site.store, repository: site.core }, { id: first.id, body: "No." });
    const before = site.forge.requests();
    const { rows } = await site.walk("comments", since);
    expect(rows).toMatchObject([{ externalId: String(first.id), body: "No." }]);
    expect(site.forge.requests() - before).toBe(1);
  });
});

describe("runs", () => {
  /** So many runs, a few a minute. */
  function addRuns({ store, core }: Site, count: number): FakeRun[] {
    for (let n = 0; n < count; n += 1) {
      if (n % 3 === 0) store.clock.advance(60);
      const at = store.clock.now();
      core.runs.push({
        id: 50_000 + n,
        runNumber: n + 1,
        workflow: "ci.yml",
        title: `Run ${n}`,
        event: "push",
        headSha: "a".repeat(40),
        headBranch: "main",
        createdAt: at,
        updatedAt: at,
        jobs: [],
      });
    }
    return core.runs;
  }
  const distinct = (rows: readonly { externalId: string }[]) => new Set(ids(rows));

  test("come newest first with how they ended", async () => {
    await using site = await servedForge();
    const ground = { store: site.store, repository: site.core };
    const named = { workflow: "ci.yml", headSha: "a".repeat(40), headBranch: "main" };
    const over = change.startRun(ground, { ...named, jobs: ["unit", "lint"] });
    change.beginRun(ground, over.id);
    site.store.clock.advance(60);
    change.completeRun(ground, { id: over.id, conclusion: "success", jobs: { lint: "failure" } });
    change.startRun(ground, { ...named, jobs: ["unit"] });
    const { rows } = await site.walk("runs");
    expect(rows).toMatchObject([
      { state: "pending", endedAt: null },
      { externalId: String(over.id), state: "failure", endedAt: new Date(over.updatedAt) },
    ]);
    expect(rows[1]?.workflow).toContain("ci.yml");
    const [answer, gone] = await all(site.forge.jobs(CORE, [String(over.id), "999"]));
    expect(answer).toMatchObject({
      run: String(over.id),
      jobs: {
        value: [
          { name: "unit", state: "success" },
          { name: "lint", state: "failure", runExternalId: String(over.id) },
        ],
      },
    });
    expect(gone).toMatchObject({ run: "999", jobs: { known: false } });
  });

  test("that are more than the forge lists are all reached", async () => {
    await using site = await servedForge();
    const runs = addRuns(site, 2350);
    const { rows, pages } = await site.walk("runs");
    expect(distinct(rows)).toEqual(new Set(runs.map(({ id }) => String(id))));
    expect(pages[0]?.total).toBe(2350);
    expect(pages.length).toBeLessThanOrEqual(27);
  });

  test("since a moment are the later ones, also where they are more than it lists", async () => {
    await using site = await servedForge();
    const runs = addRuns(site, 1500);
    const from = runs[300];
    if (!from) throw new Error("No run was added.");
    const { rows } = await site.walk("runs", new Date(from.createdAt));
    expect(distinct(rows)).toEqual(new Set(runs.slice(300).map(({ id }) => String(id))));
  });

  test("that the token may not read are an error and no end", async () => {
    await using site = await servedForge({ skin: { refused: ["actions"] } });
    await expect(site.walk("runs")).rejects.toMatchObject({ status: 403 });
  });
});
