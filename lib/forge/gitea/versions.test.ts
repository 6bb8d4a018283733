import { describe, expect, test } from "vitest";
import { change } from "#/lib/fake/change.ts";
import { checkRequest } from "#/lib/fake/published.ts";
import type { Forge } from "../forge.ts";
import { CORE, servedCore } from "./testing/served-core.ts";
import { walk } from "./testing/walk.ts";

const FORGEJO_16 = "16.0.1+gitea-1.22.0";
const FORGEJO_11 = "11.0.3+gitea-1.22.0";
const VERSIONS = ["1.22.6", "1.25.5", "1.27.0", FORGEJO_16, FORGEJO_11] as const;

type Served = Awaited<ReturnType<typeof servedCore>>;

/** The sample as a version serves it, with a run that ended, one that waits, and a pull request that was reviewed. */
async function servedAs(version: string) {
  const place = await servedCore();
  place.store.version = version;
  const ground = { store: place.store, repository: place.core };
  place.store.clock.advance(60);
  const pull = change.openPull(ground, { author: "kimi", title: "fix: a race" });
  const at = { ...ground, number: pull.number };
  const asked = { workflow: "ci.yml", headSha: pull.headSha, headBranch: pull.headRef };
  const ended = change.startRun(ground, { ...asked, jobs: ["build", "test"] });
  change.beginRun(ground, ended.id);
  change.completeRun(ground, {
    id: ended.id,
    conclusion: "success",
    jobs: { test: "failure" },
  });
  const waits = change.startRun(ground, { ...asked, jobs: ["build"] });
  change.requestReview(at, "kimi");
  change.review(at, { author: "kimi", state: "APPROVED", body: "good" });
  change.comment(at, { author: "kimi", body: "seen" });
  return { ...place, ground, pull, ended, waits };
}

describe.each(VERSIONS)("as %s", (version) => {
  test("every stream brings every row once, and every request is one that the version has", async () => {
    await using place = await servedAs(version);
    const { core, forge } = place;
    const sorted = (rows: readonly { number: number }[]) =>
      rows.map(({ number }) => number).toSorted((a, b) => a - b);
    const repository = CORE;
    const issues = await walk(forge, { stream: "issues", repository });
    expect(sorted(issues.rows)).toEqual(sorted(core.issues));
    const pulls = await walk(forge, { stream: "pulls", repository });
    expect(sorted(pulls.rows)).toEqual(sorted(core.pulls));
    const comments = await walk(forge, { stream: "comments", repository });
    expect(comments.rows).toHaveLength(core.comments.length);
    const labels = await walk(forge, { stream: "labels", repository });
    expect(labels.rows).toHaveLength(core.labels.length);
    await useEverything(place);
    const problems = place.served.requests.entries.map(({ method, path, query }) =>
      checkRequest(version, method, `${path}${query}`),
    );
    expect(problems.filter((problem) => problem !== null)).toEqual([]);
    expect(place.served.requests.total()).toBe(forge.requests());
  });

  test("a quiet repository costs one request each for changes, comments and runs", async () => {
    await using place = await servedAs(version);
    const { forge, served, store } = place;
    store.clock.advance(3600);
    const since = new Date(store.clock.now());
    await forge.probe();
    served.requests.reset();
    for (const stream of ["changes", "comments", "runs"] as const) {
      expect((await walk(forge, { stream, repository: CORE, since })).pages).toBe(1);
    }
    const withRuns = version === "1.22.6" ? 2 : 3;
    expect(served.requests.total()).toBe(withRuns);
  });

  test("what changed comes with `changes`, a pull request by its number or whole", async () => {
    await using place = await servedAs(version);
    const { forge, store, ground, core } = place;
    store.clock.advance(3600);
    const since = new Date(store.clock.now());
    change.retitle({ ...ground, number: place.pull.number }, "fix: two races");
    const [issue] = core.issues;
    change.retitle({ ...ground, number: issue?.number ?? 0 }, "renamed");
    const { rows } = await walk(forge, { stream: "changes", repository: CORE, since });
    expect(rows.map(({ kind }) => kind).toSorted()).toEqual(["issue", "touched"]);
    place.served.requests.reset();
    expect(await forge.one(CORE, place.pull.number)).toMatchObject({
      kind: "pull",
      pull: { title: "fix: two races", state: "open", reviews: null, files: null },
    });
    expect(place.served.requests.total()).toBe(1);
  });

  test("a row that the forge cannot give is told, and all others come", async () => {
    const poison: { repository: string; number: number }[] = [];
    await using place = await servedCore({ poison });
    place.store.version = version;
    const bad = place.core.pulls.at(-30)?.number ?? 0;
    poison.push({ repository: CORE, number: bad });
    const read = await walk(place.forge, { stream: "pulls", repository: CORE });
    expect(read.rows).toHaveLength(place.core.pulls.length - 1);
    expect(read.poison).toMatchObject([
      { at: expect.stringMatching(/^pulls created before \d{4}-\d\d-\d\d \(after #\d+\)$/) },
    ]);
  });

  test("reviews, counts, and a comment by itself", async () => {
    await using place = await servedAs(version);
    const { forge, core, pull } = place;
    expect(await Array.fromAsync(forge.reviews(CORE, [pull.number]))).toMatchObject([
      {
        number: pull.number,
        reviews: {
          known: true,
          value: [{ author: "kimi", state: "approved", commitSha: pull.headSha, body: "good" }],
        },
      },
    ]);
    expect(await forge.counts(CORE)).toEqual({
      issues: { known: true, value: core.issues.length },
      pulls: { known: true, value: core.pulls.length },
      comments: { known: true, value: core.comments.length },
    });
    const last = core.comments.at(-1);
    expect(await forge.comment(CORE, String(last?.id))).toMatchObject({ number: pull.number });
    expect(await forge.comment(CORE, "999999")).toBe("gone");
    expect(await forge.one(CORE, 999_999)).toEqual({ kind: "gone", status: 404 });
  });
});

describe("runs", () => {
  test.each(["1.25.5", "1.27.0", FORGEJO_16])("of %s, with how they ended", async (version) => {
    await using place = await servedAs(version);
    const { forge, ended, waits, pull } = place;
    const { rows } = await walk(forge, { stream: "runs", repository: CORE });
    expect(rows).toHaveLength(place.core.runs.length);
    expect(rows.slice(0, 2)).toMatchObject([
      { externalId: String(waits.id), state: "pending", startedAt: null, endedAt: null },
      {
        externalId: String(ended.id),
        runNumber: ended.runNumber,
        workflow: "ci.yml",
        event: "pull_request",
        headSha: pull.headSha,
        headBranch: null,
        state: "failure",
        startedAt: expect.any(Date),
        endedAt: expect.any(Date),
        url: expect.stringMatching(/^https?:/),
      },
    ]);
    const [answer] = await Array.fromAsync(forge.jobs(CORE, [String(ended.id)]));
    expect(answer).toMatchObject({
      jobs: {
        known: true,
        value: [
          { name: "build", state: "success" },
          { name: "test", state: "failure" },
        ],
      },
    });
  });

  test("of a version that lists the jobs that runners took are those", async () => {
    await using place = await servedAs(FORGEJO_11);
    const { rows } = await walk(place.forge, { stream: "runs", repository: CORE });
    expect(rows.slice(0, 2)).toMatchObject([
      { title: expect.stringMatching(/ \/ test$/), state: "failure", workflow: "ci.yml" },
      { title: expect.stringMatching(/ \/ build$/), state: "success", headBranch: null },
    ]);
  });

  test("of a version that lists none are none, for no request", async () => {
    await using place = await servedAs("1.22.6");
    await place.forge.probe();
    place.served.requests.reset();
    const { rows } = await walk(place.forge, { stream: "runs", repository: CORE });
    expect([rows, place.served.requests.total()]).toEqual([[], 0]);
    expect((await place.forge.probe()).limits.join(" ")).toMatch(/No runs API before 1\.25/);
  });
});

/** Asks for all that the port has. */
async function useEverything({ forge, core, pull, ended }: Served & UsedRows): Promise<void> {
  await forge.probe();
  await forge.repository(CORE);
  await forge.counts(CORE);
  await forge.one(CORE, pull.number);
  await forge.comment(CORE, String(core.comments[0]?.id));
  const since = new Date("2026-06-01T00:00:00Z");
  for (const stream of ["changes", "comments", "runs", "pulls", "issues"] as const) {
    await walk(forge, { stream, repository: CORE, since });
  }
  const wanted = core.pulls.slice(0, 3).map(({ number, mergeSha, headSha, baseRef }) => {
    return { number, mergeSha, headSha, baseRef };
  });
  await Array.fromAsync(forge.changedFiles(CORE, wanted));
  await Array.fromAsync(forge.reviews(CORE, [pull.number]));
  await Array.fromAsync(forge.jobs(CORE, [String(ended.id)]));
  await Array.fromAsync(forge.checks(CORE, [pull.headSha]));
  const patches = [{ number: pull.number, sha: null, paths: ["a"] }];
  await Array.fromAsync(forge.patches(CORE, patches));
  const merged = { shas: new Map<string, number>(), numbers: new Set<number>() };
  const line = { branch: "main", from: null, until: null, since: null, merged };
  await Array.fromAsync(forge.directCommits(CORE, line));
  await readFiles(forge);
}

type UsedRows = Pick<Awaited<ReturnType<typeof servedAs>>, "pull" | "ended">;

async function readFiles(forge: Forge): Promise<void> {
  await forge.workflowFiles(CORE, "main");
  await forge.protection(CORE, "main");
  const tree = await forge.tree(CORE, "main");
  if (!tree.known) throw new Error(tree.why);
  await forge.texts(CORE, tree.value.sha, tree.value.paths.slice(0, 5));
}
