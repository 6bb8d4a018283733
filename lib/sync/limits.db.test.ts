import { describe, expect, test } from "vitest";
import type { Faults } from "#/lib/fake/faults.ts";
import { giteaForge } from "#/lib/forge/gitea/gitea-forge.ts";
import { db } from "#/lib/store/db.ts";
import { loadRepositoriesToSync } from "#/lib/store/load-repositories-to-sync.ts";
import { budgetOf } from "#/lib/store/rate-limits.ts";
import { syncRepository } from "./sync-repository.ts";
import { factsOf } from "./testing/facts.ts";
import { scopeOf } from "./testing/scope-of.ts";
import { smallForge } from "./testing/small-forge.ts";

describe("a limit that is used up", () => {
  test("gives the pass back until it is there again, nobody is asked before, and what was read stays", async () => {
    const state = { over: true };
    const faults: Faults = (_asked, nth) =>
      state.over && nth > 20 ? { kind: "status", status: 429, retryAfterSeconds: 600 } : null;
    await using small = await smallForge({ faults });
    const { repositoryId } = small;
    const { sourceId } = await db.repository.findUniqueOrThrow({ where: { id: repositoryId } });
    const sync = () =>
      syncRepository({
        repositoryId,
        forge: giteaForge({
          url: small.served.url,
          token: "t",
          waitFirstMs: 0,
          budget: budgetOf(sourceId, "t"),
        }),
        now: () => new Date(),
        signal: new AbortController().signal,
      });
    const began = Date.now();
    const outcome = await sync();
    expect(outcome).toMatchObject({ state: "waiting", resumesAt: expect.any(Date) });
    const resumesAt = outcome.state === "waiting" ? outcome.resumesAt.getTime() : 0;
    expect(resumesAt).toBeGreaterThan(began + 500_000);
    expect(await small.lastRun()).toMatchObject({
      state: "waiting",
      resumesAt: expect.any(Date),
      error: expect.stringMatching(/limit/),
    });
    const asked = small.served.requests.total();
    expect(await sync()).toMatchObject({ state: "waiting" });
    expect(small.served.requests.total()).toBe(asked);
    expect(await db.pullRequest.count({ where: { repositoryId } })).toBeGreaterThan(0);
    await scopeOf(repositoryId);
    expect(await loadRepositoriesToSync({ dueAt: new Date() })).not.toContain(repositoryId);
    const later = new Date(Date.now() + 700_000);
    expect(await loadRepositoriesToSync({ dueAt: later })).toContain(repositoryId);
  });
});

describe("a token that is refused", () => {
  test("is a state of the source since when it is, with the next step, and ends with an answer", async () => {
    await using small = await smallForge({ token: "alive" });
    const { repositoryId } = small;
    await small.sync();
    const before = await factsOf(repositoryId);
    const { sourceId } = await db.repository.findUniqueOrThrow({ where: { id: repositoryId } });
    const source = () => db.source.findUniqueOrThrow({ where: { id: sourceId } });
    small.store.clock.advance(7200);
    const since = new Date(small.store.clock.now());
    expect(await small.sync({ token: "dead" })).toBe("failed");
    small.store.clock.advance(7200);
    expect(await small.sync({ token: "dead" })).toBe("failed");
    expect(await source()).toMatchObject({
      trouble: expect.stringMatching(/refuses the token/),
      troubleAt: since,
    });
    expect(await factsOf(repositoryId)).toEqual(before);
    await scopeOf(repositoryId);
    await db.syncRun.updateMany({ where: { repositoryId }, data: { startedAt: since } });
    const soon = new Date(since.getTime() + 600_000);
    expect(await loadRepositoriesToSync({ dueAt: soon })).not.toContain(repositoryId);
    const hour = new Date(since.getTime() + 3_700_000);
    expect(await loadRepositoriesToSync({ dueAt: hour })).toContain(repositoryId);
    expect(await small.sync()).toBe("done");
    expect(await source()).toMatchObject({ trouble: null, troubleAt: null });
  });
});
