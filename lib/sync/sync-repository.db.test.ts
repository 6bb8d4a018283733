import { afterAll, describe, expect, test } from "vitest";
import { change } from "#/lib/fake/change.ts";
import type { FakeRepository } from "#/lib/fake/store.ts";
import { db } from "#/lib/store/db.ts";
import { factsOf, storedFacts, written } from "./testing/facts.ts";
import { setUpSample } from "./testing/sample.ts";
import { smallForge } from "./testing/small-forge.ts";

const sample = await setUpSample();
afterAll(() => sample.close());

const countsOf = async (repositoryId: number) => ({
  issues: await db.issue.count({ where: { repositoryId } }),
  pulls: await db.pullRequest.count({ where: { repositoryId } }),
  comments: await db.comment.count({ where: { repositoryId } }),
  files: await db.changedFile.count({ where: { repositoryId } }),
  workflows: await db.workflowFile.count({ where: { repositoryId } }),
});

const expected = (repository: FakeRepository) => ({
  issues: repository.issues.length,
  pulls: repository.pulls.length,
  comments: repository.comments.length,
  files: repository.pulls
    .filter(({ mergedAt, body }) => mergedAt !== null || body.includes("Covers #"))
    .reduce((sum, pull) => sum + pull.files.length, 0),
  workflows: [...(repository.branches[0]?.files.keys() ?? [])].filter((path) =>
    /^\.(gitea|github|forgejo)\/workflows\/[^/]+\.ya?ml$/.test(path),
  ).length,
});

describe("the sample through the real adapter", () => {
  test("S01 S28 S29 a first sync holds every issue, pull request, comment, file and workflow file", async () => {
    expect(await sample.syncAll()).toEqual(["done", "done"]);
    expect(await countsOf(sample.idOf("core"))).toEqual(expected(sample.core));
    expect(await countsOf(sample.idOf("cp"))).toEqual(expected(sample.cp));
    expect(expected(sample.cp).files).toBeGreaterThan(102);
    expect(expected(sample.core).workflows).toBeGreaterThan(10);
  });

  test("S01 the tracking issue is held with its exact moment, its comments and its opener", async () => {
    const key = { repositoryId: sample.idOf("core"), number: 2615 };
    const issue = await db.issue.findUniqueOrThrow({ where: { repositoryId_number: key } });
    expect(issue).toMatchObject({
      title: "[Program] Every issue wired to CI/CD e2e — full coverage sweep",
      author: "claude-ceo-assistant",
      state: "open",
      createdAt: new Date("2026-06-12T00:29:32Z"),
    });
    const comments = await db.comment.findMany({ where: key });
    expect(comments.map(({ author }) => author)).toEqual(Array(3).fill("claude-ceo-assistant"));
  });

  test("syncing again writes no row anew and asks for no more than it must", async () => {
    const before = await storedFacts(sample.idOf("core"));
    sample.served.requests.reset();
    expect(await sample.pass("core")).toBe("done");
    expect(written(before, await storedFacts(sample.idOf("core")))).toEqual([]);
    expect(sample.served.requests.byEndpoint()).toEqual({
      "GET /repos/{owner}/{repo}/issues": 1,
      "GET /repos/{owner}/{repo}/issues/comments": 1,
      "GET /repos/{owner}/{repo}/actions/runs": 1,
    });
  });
});

test("a whole walk anew of a forge that stayed the same writes no row either", async () => {
  await using small = await smallForge();
  await small.sync();
  const before = await storedFacts(small.repositoryId);
  await db.syncStream.deleteMany({ where: { repositoryId: small.repositoryId } });
  small.served.requests.reset();
  expect(await small.sync()).toBe("done");
  const pages = small.served.requests.entries.filter(
    ({ path, query }) => path.endsWith("/issues") && /type=issues.*limit=3/.test(query),
  );
  expect(pages).toHaveLength(4);
  expect(written(before, await storedFacts(small.repositoryId))).toEqual([]);
});

describe("a repository that is not as it was", () => {
  test("a renamed one keeps its rows and gets its new name", async () => {
    await using small = await smallForge();
    await small.sync();
    const before = await countsOf(small.repositoryId);
    change.rename(small.core, "molecule-kernel");
    small.store.clock.advance(2 * 3600);
    expect(await small.sync()).toBe("done");
    expect(await countsOf(small.repositoryId)).toEqual(before);
    expect(await db.repository.count({ where: { externalId: "11" } })).toBe(2);
    expect(await db.repository.findUnique({ where: { id: small.repositoryId } })).toMatchObject({
      fullName: "molecule-ai/molecule-kernel",
    });
  });

  test("another one under the same name is refused, and the old rows stay", async () => {
    await using small = await smallForge();
    await small.sync();
    const before = await factsOf(small.repositoryId);
    small.core.id = 99;
    small.core.issues = small.core.issues.slice(0, 1);
    for (const issue of small.core.issues) issue.updatedAt = small.store.clock.now();
    expect(await small.sync()).toBe("failed");
    expect((await small.lastRun()).error).toMatch(/another repository now.*under an alias/);
    expect(await factsOf(small.repositoryId)).toEqual(before);
    small.core.issues = [];
    small.store.clock.advance(2 * 3600);
    expect(await small.sync()).toBe("failed");
    expect(await factsOf(small.repositoryId)).toEqual(before);
  });

  test("workflow files that went away are held no longer, the others are not written anew", async () => {
    await using small = await smallForge();
    await small.sync();
    const before = await storedFacts(small.repositoryId);
    const files = small.core.branches[0]?.files;
    files?.delete(".gitea/workflows/ci.yml");
    change.editFile(
      { store: small.store, repository: small.core },
      { path: ".gitea/workflows/new.yml", text: "on: push\n" },
    );
    small.store.clock.advance(2 * 3600);
    await small.sync();
    const after = await storedFacts(small.repositoryId);
    const facts = (rows: readonly string[]) =>
      rows.filter((row) => row.startsWith("workflow_file "));
    expect(facts(written(before, after))).toEqual(["workflow_file .gitea/workflows/new.yml"]);
    expect(facts(written(after, before))).toEqual(["workflow_file .gitea/workflows/ci.yml"]);
  });
});

describe("who syncs and who may", () => {
  test("of two syncs of one repository at once one does it and the other is elsewhere", async () => {
    await using small = await smallForge();
    const outcomes = await Promise.all([small.sync(), small.sync()]);
    expect(outcomes.toSorted()).toEqual(["done", "elsewhere"]);
    expect(await db.syncRun.count({ where: { repositoryId: small.repositoryId } })).toBe(1);
    expect(await small.sync()).toBe("done");
  });

  test("a dead token fails the run with the next step, without the token, and the old rows stay", async () => {
    await using small = await smallForge({ token: "alive" });
    expect(await small.sync()).toBe("done");
    const before = await storedFacts(small.repositoryId);
    expect(await small.sync({ token: "dead-5f3a" })).toBe("failed");
    const run = await small.lastRun();
    expect(run).toMatchObject({ state: "failed" });
    expect(run.endedAt).not.toBeNull();
    expect(run.error).toMatch(/refuses the token\. Enter a valid one on the sources page/);
    expect(run.error).not.toContain("dead-5f3a");
    expect(written(before, await storedFacts(small.repositoryId))).toEqual([]);
  });

  test("a stopped worker ends its run with the reason, and a run that was left open is closed by the next", async () => {
    await using small = await smallForge();
    const { repositoryId } = small;
    const left = await db.syncRun.create({
      data: { repositoryId, state: "running", phase: "pulls" },
    });
    const stopping = new AbortController();
    small.served.onRequest(6, () => stopping.abort(new Error("The worker was stopped.")));
    expect(await small.sync({ signal: stopping.signal })).toBe("failed");
    expect((await small.lastRun()).error).toBe("The worker was stopped.");
    expect(await db.syncRun.findUniqueOrThrow({ where: { id: left.id } })).toMatchObject({
      state: "failed",
      error: expect.stringMatching(/next run goes on from there/),
    });
    expect(await small.sync()).toBe("done");
  });
});
