import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Faults } from "#/lib/fake/faults.ts";
import { db } from "#/lib/store/db.ts";
import type { StreamName } from "#/lib/store/streams.ts";
import { cloneSource } from "./testing/clone-source.ts";
import { cutPages } from "./testing/cut-pages.ts";
import { factsOf } from "./testing/facts.ts";
import { scopeOf } from "./testing/scope-of.ts";
import { smallForge } from "./testing/small-forge.ts";

const streamOf = (repositoryId: number, stream: StreamName) =>
  db.syncStream.findUniqueOrThrow({ where: { repositoryId_stream: { repositoryId, stream } } });

test("a clone that lacks the text of a workflow is audited: the workflow files are unknown, the rest is read", async () => {
  using clone = await cloneSource();
  const { scratch, repositoryId } = clone;
  const blob = scratch.git("rev-parse", "HEAD:.github/workflows/ci.yml");
  const object = join(scratch.directory, ".git/objects", blob.slice(0, 2), blob.slice(2));
  const bytes = readFileSync(object);
  rmSync(object);
  expect(await clone.sync()).toBe("done");
  expect(await scopeOf(repositoryId)).toMatchObject({
    audited: true,
    workflowFiles: { known: false, why: expect.stringMatching(/could not be read/) },
  });
  expect(await db.pullRequest.count({ where: { repositoryId, filesKnown: true } })).toBe(2);
  writeFileSync(object, bytes);
  expect(await clone.sync()).toBe("done");
  const held = { path: ".github/workflows/ci.yml", text: "on: pull_request\n" };
  expect(await scopeOf(repositoryId)).toMatchObject({
    audited: true,
    workflowFiles: { known: true, value: [held] },
  });
});

describe("a right that the token does not have", () => {
  const withoutIssues = (state: { refuses: boolean }): Faults => {
    return ({ path }) =>
      state.refuses && path.endsWith("/issues") ? { kind: "status", status: 403 } : null;
  };

  test("for issues stops no other stream, and the stream says why", async () => {
    await using small = await smallForge({ faults: withoutIssues({ refuses: true }) });
    const { repositoryId } = small;
    expect(await small.sync()).toBe("done");
    expect(await small.lastRun()).toMatchObject({ state: "done", error: null });
    expect(await streamOf(repositoryId, "issues")).toMatchObject({
      refusal: expect.stringMatching(/does not allow this to the token.*403/),
      completedAt: null,
      watermark: null,
    });
    expect(await db.comment.count({ where: { repositoryId } })).toBe(10);
    expect(await db.pullRequest.count({ where: { repositoryId, filesKnown: true } })).toBe(
      small.core.pulls.filter(({ mergedAt }) => mergedAt !== null).length,
    );
    expect(await scopeOf(repositoryId)).toMatchObject({
      audited: true,
      issuesRefusal: expect.stringMatching(/403/),
      workflowFiles: { known: true },
    });
  });

  test("that is given later brings everything, also what changed while it was missing", async () => {
    const state = { refuses: false };
    await using small = await smallForge({ faults: withoutIssues(state) });
    const { repositoryId } = small;
    await small.sync();
    const before = await streamOf(repositoryId, "issues");
    const [issue] = small.core.issues;
    state.refuses = true;
    small.store.clock.advance(86_400);
    if (issue) Object.assign(issue, { title: "missed", updatedAt: small.store.clock.now() });
    small.store.clock.advance(86_400);
    expect(await small.sync()).toBe("done");
    const refused = await streamOf(repositoryId, "issues");
    expect(refused).toEqual({ ...before, dueAt: null, refusal: expect.any(String) });
    expect(await db.issue.count({ where: { repositoryId } })).toBe(11);
    state.refuses = false;
    small.store.clock.advance(86_400);
    expect(await small.sync()).toBe("done");
    expect((await streamOf(repositoryId, "issues")).refusal).toBeNull();
    expect(await factsOf(repositoryId)).toContainEqual(expect.stringMatching(/"title": "missed"/));
  });

  test("for pull requests leaves nothing to audit, and the stream says why", async () => {
    const faults: Faults = ({ path }) =>
      path.endsWith("/pulls") ? { kind: "status", status: 403 } : null;
    await using small = await smallForge({ faults });
    expect(await small.sync()).toBe("done");
    expect((await streamOf(small.repositoryId, "pulls")).refusal).toMatch(/403/);
    expect((await scopeOf(small.repositoryId)).audited).toBe(false);
  });
});

test("a tracker that is switched off stops no other stream", async () => {
  await using small = await smallForge();
  await using proxy = await cutPages(small.served.url, /nothing$/, /\/issues(\/comments)?$/);
  expect(await small.sync({ url: proxy.url })).toBe("done");
  const { repositoryId } = small;
  for (const stream of ["issues", "comments"] as const)
    expect((await streamOf(repositoryId, stream)).refusal).toMatch(/404/);
  expect(await scopeOf(repositoryId)).toMatchObject({ audited: true });
});
