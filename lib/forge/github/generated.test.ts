import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generatedStore } from "#/lib/fake/generated/generated-store.ts";
import { firstParents } from "#/lib/fake/git/first-parents.ts";
import { githubSkin } from "#/lib/fake/github/skin.ts";
import { type FakeServer, serveFake } from "#/lib/fake/serve.ts";
import { type FakeRepository, repositoryOrThrow } from "#/lib/fake/store.ts";
import type { Forge, LineRequest } from "../forge.ts";
import { githubForge } from "./github-forge.ts";
import { all } from "./testing/served-forge.ts";

const NAME = "fleet/generated";

let served: FakeServer;
let forge: Forge;
let repository: FakeRepository;
beforeAll(async () => {
  const store = generatedStore({ pulls: 150, seed: 7 });
  repository = repositoryOrThrow(store, "generated");
  store.github = githubSkin(store.clock.now());
  served = await serveFake({ store });
  forge = githubForge({ url: served.url, token: "ghp_b16b00b5", waitFirstMs: 0 });
});
afterAll(() => served.close());

/** The commits of the default branch, newest first. */
function line(): readonly string[] {
  const { git } = repository;
  const tip = git?.refs.get("refs/heads/main");
  if (!git || !tip) throw new Error("The generated repository has no git.");
  return Array.from(firstParents(git, tip), ({ id }) => id);
}
const merged = () =>
  repository.pulls.flatMap(({ mergeSha, number }) => (mergeSha ? [{ mergeSha, number }] : []));

describe("on a repository with many pull requests", () => {
  test("checks of heads and merges are those of the jobs, also of one that only waits", async () => {
    const waiting = repository.runs[3];
    for (const job of waiting?.jobs ?? []) {
      Object.assign(job, {
        status: "queued",
        conclusion: null,
        startedAt: null,
        completedAt: null,
      });
    }
    const ofRuns = repository.runs.map(({ headSha, createdAt, jobs }) => {
      const checks = jobs.map(({ name, conclusion, completedAt }) => {
        return [name, conclusion ?? "pending", completedAt ?? createdAt];
      });
      return [headSha, checks] as const;
    });
    const ofMerges = merged().map(({ mergeSha }) => {
      const posted = repository.statuses.get(mergeSha) ?? [];
      return [mergeSha, posted.map(({ context, state, at }) => [context, state, at])] as const;
    });
    const due = new Map([...ofRuns, ...ofMerges]);
    const answers = await all(forge.checks(NAME, [...due.keys()]));
    expect(answers).toHaveLength(due.size);
    for (const answer of answers) {
      const value = "checks" in answer && answer.checks.known ? answer.checks.value : null;
      const told = value?.map(({ context, state, at }) => [context, state, toSeconds(at)]);
      expect(told).toEqual(due.get(answer.sha)?.toSorted());
    }
  });

  const walk = async (changed: Partial<LineRequest["merged"]> = {}) => {
    const shas = new Map(merged().map(({ mergeSha, number }) => [mergeSha, number]));
    const known = { shas, numbers: new Set(shas.values()), ...changed };
    const request = { branch: "main", from: null, until: null, since: null, merged: known };
    const pages = await all(forge.directCommits(NAME, request));
    return pages.flatMap(({ rows }) => rows.map(({ sha }) => sha));
  };

  test.each([
    ["by the ids of merges and the forge's word", {}],
    ["by the forge's word alone", { shas: new Map<string, number>() }],
  ])("direct commits are those that were pushed, told %s", async (_what, changed) => {
    const commits = line();
    const pushed = new Set(repository.directCommits.map(({ sha }) => sha));
    const due = commits.filter((sha, place) => pushed.has(sha) || place === commits.length - 1);
    expect(await walk(changed)).toEqual(due);
    // Rebases brought more commits than there are merges, or this would show nothing.
    expect(commits.length).toBeGreaterThan(due.length + merged().length);
  });
});

const toSeconds = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`;
