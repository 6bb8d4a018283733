import { afterAll, describe, expect, test } from "vitest";
import { change } from "#/lib/fake/change.ts";
import { checkRequest } from "#/lib/fake/published.ts";
import { sample2615 } from "#/lib/fake/sample-2615/sample-2615.ts";
import { serveFake } from "#/lib/fake/serve.ts";
import { repositoryOrThrow } from "#/lib/fake/store.ts";
import type { Forge, Stream } from "../forge.ts";
import { openForge } from "../open-forge.ts";
import { giteaForge } from "./gitea-forge.ts";
import { servedCore } from "./testing/served-core.ts";
import { walk as pages } from "./testing/walk.ts";

const store = sample2615();
const served = await serveFake({ store, pageMax: 20 });
afterAll(() => served.close());
const core = repositoryOrThrow(store, "molecule-core");
const NAME = "molecule-ai/molecule-core";
const forge = giteaForge({ url: served.url, token: null, waitFirstMs: 0 });

const walk = async <S extends Stream>(from: Forge, stream: S, since: Date | null = null) =>
  (await pages(from, { stream, repository: NAME, since })).rows;

describe("the walks of the sample", () => {
  test("S12 issues without pull requests, pull requests, comments: every row once", async () => {
    const numbers = (rows: readonly { number: number }[]) => rows.map((row) => row.number);
    const ascending = (a: number, b: number) => a - b;
    const issues = numbers(await walk(forge, "issues"));
    expect(issues.toSorted(ascending)).toEqual(numbers(core.issues).toSorted(ascending));
    const pulls = numbers(await walk(forge, "pulls"));
    expect(pulls.toSorted(ascending)).toEqual(numbers(core.pulls).toSorted(ascending));
    const comments = (await walk(forge, "comments")).map((row) => Number(row.externalId));
    expect(comments).toEqual(core.comments.map(({ id }) => id).toSorted(ascending));
  });

  test("a walk from a moment on brings what changed since, whole seconds and the moment itself included", async () => {
    const since = new Date("2026-06-11T00:00:00.400Z");
    const from = "2026-06-11T00:00:00Z";
    const changed = core.issues.filter((issue) => issue.updatedAt >= from).map((row) => row.number);
    expect(changed.length).toBeGreaterThan(0);
    const read = (await walk(forge, "issues", since)).map((row) => row.number);
    expect(new Set(read)).toEqual(new Set(changed));
    const pulls = (await walk(forge, "pulls", since)).map((row) => row.number);
    const due = core.pulls.filter((pull) => pull.updatedAt >= from).map((row) => row.number);
    expect(due.filter((number) => !pulls.includes(number))).toEqual([]);
    expect(pulls.length).toBeLessThan(core.pulls.length);
  });

  test("S17 S18 the workflow files of the branch with their text", async () => {
    const files = await forge.workflowFiles(NAME, "main");
    const held = core.branches[0]?.files ?? new Map<string, string>();
    const paths = [...held.keys()].filter((path) => path.startsWith(".gitea/workflows/"));
    expect(files.known && files.value.map(({ path }) => path)).toEqual(paths.toSorted());
    for (const { path, text } of files.known ? files.value : []) expect(text).toBe(held.get(path));
  });

  test("a repository without workflows has an empty list, which is not unknown", async () => {
    const files = await forge.workflowFiles("molecule-ai/landingpage", "main");
    expect(files).toEqual({ known: true, value: [] });
  });

  test("every request that was made is one that the published description has", async () => {
    await forge.probe();
    await forge.repository(NAME);
    const [{ number, files } = { number: 0, files: [] }] = core.pulls;
    const merge = { mergeSha: null, headSha: null, baseRef: "main" };
    await Array.fromAsync(forge.changedFiles(NAME, [{ number, ...merge }]));
    const wanted = { number, sha: null, paths: files.map(({ path }) => path) };
    const [answer] = await Array.fromAsync(forge.patches(NAME, [wanted]));
    expect(answer).toEqual({
      number,
      patches: new Map(files.map(({ path, patch }) => [path, { known: true, value: patch }])),
    });
    const merged = { shas: new Map<string, number>(), numbers: new Set<number>() };
    const line = { branch: "main", from: null, until: null, since: null, merged };
    await Array.fromAsync(forge.directCommits(NAME, line));
    const tree = await forge.tree(NAME, "main");
    if (!tree.known) throw new Error(tree.why);
    await forge.texts(NAME, tree.value.sha, tree.value.paths);
    await Array.fromAsync(forge.checks(NAME, [core.pulls[0]?.headSha ?? "", tree.value.sha]));
    await forge.protection(NAME, "main");
    expect(served.requests.total()).toBeGreaterThan(30);
    const problems = served.requests.entries.map(({ method, path, query }) =>
      checkRequest(method, `${path}${query}`),
    );
    expect(problems.filter((problem) => problem !== null)).toEqual([]);
    expect(forge.requests()).toBe(served.requests.total());
  });
});

describe("what a forge may not let us have", () => {
  test("the probe says who answers and what no token costs", async () => {
    const { version, limits } = await forge.probe();
    expect(version).toBe("1.27.0");
    expect(limits).toEqual([
      expect.stringMatching(/^No token: only what everybody can see is read/),
      expect.stringMatching(/at most 20 rows a page/),
    ]);
  });

  test("a scope that is missing is a limit with its cost, a refused token an error", async () => {
    const narrow = await serveFake({
      store,
      token: "t",
      faults: ({ path }) =>
        path.endsWith("/issues/search") ? { kind: "status", status: 403 } : null,
    });
    const probed = await giteaForge({ url: narrow.url, token: "t" }).probe();
    expect(probed.limits).toEqual([
      expect.stringMatching(/may not read issues.*Give it read:issue/),
    ]);
    const refused = giteaForge({ url: narrow.url, token: "other" }).probe();
    await expect(refused).rejects.toMatchObject({ code: "forbidden", status: 401 });
    await narrow.close();
  });

  test("workflow files that the token may not read are unknown, not none", async () => {
    const closed = await serveFake({
      store,
      faults: ({ path }) => (path.includes("/contents/") ? { kind: "status", status: 403 } : null),
    });
    const files = await giteaForge({ url: closed.url, token: null }).workflowFiles(NAME, "main");
    expect(files).toMatchObject({
      known: false,
      why: expect.stringMatching(/may not read the code/),
    });
    await closed.close();
  });

  test("a repository that cannot be seen, and a host that is no forge", async () => {
    const absent = forge.repository("molecule-ai/absent");
    await expect(absent).rejects.toMatchObject({ code: "not_found" });
    const noForge = giteaForge({ url: `${served.url}/nowhere`, token: null });
    await expect(noForge.probe()).rejects.toMatchObject({ code: "not_found" });
  });

  test.each([
    ["no address", "forge.example", /Write it as https:\/\/host/],
    ["another protocol", "file:///etc/passwd", /Write it as https:\/\/host/],
    ["a password in it", "https://a:hunter2@forge.example", /give a token instead/],
  ])("an address with %s is refused without repeating a secret", (_what, url, message) => {
    const open = () => openForge({ kind: "gitea", url });
    expect(open).toThrow(message);
    expect(open).not.toThrow(/hunter2/);
  });
});

test("a renamed repository is followed, and has its new name and its old id", async () => {
  await using place = await servedCore();
  change.rename(place.core, "kernel");
  const fact = await place.forge.repository(NAME);
  expect(fact).toMatchObject({ externalId: "11", fullName: "molecule-ai/kernel" });
  const { rows } = await pages(place.forge, { stream: "pulls", repository: NAME });
  expect(rows).toHaveLength(place.core.pulls.length);
  expect(await place.forge.one(NAME, 999_999)).toEqual({ kind: "gone", status: 404 });
});
