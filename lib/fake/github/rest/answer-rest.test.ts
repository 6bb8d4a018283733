import { afterEach, describe, expect, test } from "vitest";
import type { FakeFile, FakeRun } from "../../store.ts";
import { firstPull, servedGithub } from "../testing/served-github.ts";

const running: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

async function serve(...args: Parameters<typeof servedGithub>) {
  const served = await servedGithub(...args);
  running.push(served.server);
  return served;
}

type Row = { number: number; updated_at: string; created_at: string; body: string | null };
type Issue = Row & { pull_request?: { merged_at: string | null }; user: { login: string } };

const file = (changed: Partial<FakeFile>): FakeFile => ({
  path: "a.ts",
  previousPath: null,
  status: "changed",
  additions: 1,
  deletions: 1,
  patch: "@@ -1 +1 @@\n-a\n+b\n",
  ...changed,
});

describe("lists", () => {
  test("a page has 30 rows when nothing is said, never more than 100, and past the end none", async () => {
    const { read } = await serve();
    const lengths = ["", "&per_page=500", "&page=99"].map(async (more) => {
      return (await read<Row[]>(`/issues?state=all${more}`)).length;
    });
    expect(await Promise.all(lengths)).toEqual([30, 87, 0]);
  });

  test("links name the repository by its id, and the host that was asked", async () => {
    const { inRepository, server, repository } = await serve();
    const link = (await inRepository("/issues?state=all&per_page=40&page=2")).headers.get("link");
    const to = (page: number, rel: string) =>
      `<${server.url}/repositories/${repository.id}/issues?state=all&per_page=40&page=${page}>; rel="${rel}"`;
    expect(link).toBe([to(1, "prev"), to(3, "next"), to(3, "last"), to(1, "first")].join(", "));
    expect((await inRepository("/issues?state=all&per_page=100")).headers.get("link")).toBeNull();
  });

  test("issues and pull requests are one list, by change if asked, and since belongs to itself", async () => {
    const { read, repository } = await serve();
    const rows = [...repository.issues, ...repository.pulls];
    const newest =
      rows
        .map(({ updatedAt }) => updatedAt)
        .toSorted()
        .at(-1) ?? "";
    const path = "/issues?state=all&per_page=100";
    const sorted = await read<Issue[]>(`${path}&sort=updated&direction=desc`);
    const moments = sorted.map((row) => row.updated_at);
    expect(moments).toEqual(moments.toSorted().toReversed());
    const since = await read<Issue[]>(`${path}&since=${newest}`);
    expect(since.map((row) => row.updated_at)).toEqual(since.map(() => newest));
    expect(sorted.filter((row) => row.pull_request).length).toBe(repository.pulls.length);
  });

  test("a since that is no moment is refused", async () => {
    const { inRepository } = await serve();
    expect((await inRepository("/issues?since=2026-06-12T15:05:00+02:00")).status).toBe(422);
  });

  test("comments come in the order of their ids, and a direction alone is not heard", async () => {
    const { read } = await serve();
    type Comment = { id: number; updated_at: string };
    const plain = await read<Comment[]>("/issues/comments?direction=desc");
    expect(plain.map(({ id }) => id)).toEqual(plain.map(({ id }) => id).toSorted((a, b) => a - b));
    const updated = await read<Comment[]>("/issues/comments?sort=updated&direction=desc");
    const moments = updated.map((row) => row.updated_at);
    expect(moments).toEqual(moments.toSorted().toReversed());
    const one = await read<Comment>(`/issues/comments/${plain[0]?.id}`);
    expect(one).toEqual(plain[0]);
  });
});

describe("pull requests", () => {
  test("an empty body is null, and who is gone is the ghost", async () => {
    const { read, repository } = await serve();
    const pull = firstPull(repository);
    Object.assign(pull, { author: "gone", body: "" });
    expect(await read(`/pulls/${pull.number}`)).toMatchObject({
      body: null,
      user: { login: "ghost" },
    });
  });

  test("only the one document says merged and its sizes; an open one has a merge commit that is on no branch", async () => {
    const { read, repository } = await serve();
    const [row] = await read<Row[]>("/pulls?state=all&per_page=1");
    expect(row).not.toHaveProperty("merged");
    expect(row).not.toHaveProperty("changed_files");
    const open = repository.pulls.find(({ state }) => state === "open");
    const shown = await read<{ merge_commit_sha: string }>(`/pulls/${open?.number}`);
    expect(shown).toMatchObject({ merged: false, changed_files: open?.files.length });
    expect(shown.merge_commit_sha).toMatch(/^[0-9a-f]{40}$/);
    expect(open?.mergeSha).toBeNull();
  });

  test("the fork of a head that was deleted is null, and its branch keeps its name", async () => {
    const { read, repository } = await serve();
    const pull = firstPull(repository);
    pull.headForkDeleted = true;
    expect(await read(`/pulls/${pull.number}`)).toMatchObject({
      head: { label: `unknown:${pull.headRef}`, ref: pull.headRef, repo: null, user: null },
    });
  });

  test("a file says where it came from; a binary one has no patch, and a patch no last line's end", async () => {
    const { read, repository } = await serve();
    const pull = firstPull(repository);
    const { patch: _, ...sizes } = file({ path: "sizes.ts" });
    pull.files = [
      file({ status: "renamed", previousPath: "old.ts" }),
      file({ path: "a.png", status: "deleted", patch: null, additions: 0, deletions: 0 }),
      sizes,
    ];
    const [moved, binary, told] = await read<object[]>(`/pulls/${pull.number}/files`);
    expect(moved).toMatchObject({
      status: "renamed",
      previous_filename: "old.ts",
      patch: "@@ -1 +1 @@\n-a\n+b",
      changes: 2,
    });
    expect(binary).toMatchObject({ status: "removed" });
    expect(binary).not.toHaveProperty("patch");
    expect(told).toMatchObject({ patch: "@@ -1,1 +1,1 @@\n-line 1\n+line 1" });
  });

  test("no more than 3,000 files are told, while the document counts them all", async () => {
    const { read, repository } = await serve();
    const pull = firstPull(repository);
    pull.files = Array.from({ length: 3050 }, (_, index) => file({ path: `${index}.ts` }));
    const files = `/pulls/${pull.number}/files?per_page=100`;
    expect(await read<object[]>(`${files}&page=30`)).toHaveLength(100);
    expect(await read<object[]>(`${files}&page=31`)).toHaveLength(0);
    expect(await read(`/pulls/${pull.number}`)).toMatchObject({ changed_files: 3050 });
  });

  test("its difference comes as text, and not at all above 300 files", async () => {
    const { inRepository, repository } = await serve();
    const pull = firstPull(repository);
    const accept = { accept: "application/vnd.github.diff" };
    const printed = await inRepository(`/pulls/${pull.number}`, accept);
    expect(printed.headers.get("content-type")).toMatch(/^application\/vnd\.github\.diff/);
    expect(await printed.text()).toMatch(/^diff --git /);
    pull.files = Array.from({ length: 301 }, (_, index) => file({ path: `${index}.ts` }));
    expect((await inRepository(`/pulls/${pull.number}`, accept)).status).toBe(406);
  });
});

describe("what is not there", () => {
  test("a renamed repository is a permanent move to its id, with the question kept", async () => {
    const { rest, repository, server } = await serve();
    repository.formerNames.push("core-of-old");
    const moved = await rest("/repos/molecule-ai/core-of-old/pulls?state=all");
    expect(moved.status).toBe(301);
    const to = `${server.url}/repositories/${repository.id}/pulls?state=all`;
    expect(moved.headers.get("location")).toBe(to);
    expect(await (await fetch(to)).json()).toHaveLength(30);
  });

  test("an issue that was transferred, one that was deleted and one that never was are told apart", async () => {
    const { inRepository, store, repository } = await serve();
    const [first, second] = repository.issues;
    const other = store.repositories.find((each) => each !== repository);
    repository.issues = repository.issues.filter((each) => each !== first && each !== second);
    repository.moved.set(first?.number ?? 0, {
      repository: `${other?.owner}/${other?.name}`,
      number: 7,
    });
    const moved = await inRepository(`/issues/${first?.number}`);
    const deleted = await inRepository(`/issues/${second?.number}`);
    const never = await inRepository("/issues/999999");
    expect([moved, deleted, never].map(({ status }) => status)).toEqual([301, 410, 404]);
    expect(moved.headers.get("location")).toContain(`/repositories/${other?.id}/issues/7`);
    expect((await inRepository(`/issues/${first?.number}/comments`)).status).toBe(404);
  });

  test("of a protected branch a token without the right hears 403 with the right's name, or 404 where it is a classic one", async () => {
    const { inRepository, store, skin } = await serve();
    store.admins = [];
    const path = "/branches/main/protection/required_status_checks";
    const refused = await inRepository(path);
    expect([refused.status, refused.headers.get("x-accepted-github-permissions")]).toEqual([
      403,
      "administration=read",
    ]);
    skin.token = "classic";
    expect((await inRepository(path)).status).toBe(404);
    expect((await inRepository("/branches/main")).status).toBe(200);
  });

  test("an administrator hears which checks are required, and that nothing is protected by what it says", async () => {
    const { read, repository } = await serve();
    const path = "/branches/main/protection/required_status_checks";
    const branch = repository.branches[0];
    expect(await read(path)).toMatchObject({ contexts: branch?.protection?.contexts });
    if (branch) branch.protection = null;
    expect(await read(path)).toMatchObject({ message: "Branch not protected" });
  });

  test("a ruleset is for everybody and is no rule of the branch's own", async () => {
    const { read, repository, store } = await serve();
    expect(await read("/rules/branches/main")).toEqual([]);
    const rule = repository.branches[0]?.protection;
    if (rule) rule.byRuleset = true;
    store.admins = [];
    const [checks] = await read<{ type: string; ruleset_id: number }[]>("/rules/branches/main");
    expect(checks?.type).toBe("required_status_checks");
    expect(await read(`/rulesets/${checks?.ruleset_id}`)).not.toHaveProperty("bypass_actors");
    expect(await read("/branches/main")).toMatchObject({
      protected: true,
      protection: { enabled: false },
    });
  });
});

const run = (id: number, changed: Partial<FakeRun> = {}): FakeRun => ({
  id,
  runNumber: id,
  workflow: "ci.yml",
  title: "ci",
  event: "push",
  headSha: "a".repeat(40),
  headBranch: "main",
  createdAt: "2026-06-01T00:00:00Z",
  updatedAt: "2026-06-01T00:00:00Z",
  jobs: [],
  ...changed,
});

describe("runs", () => {
  type Runs = { total_count: number; workflow_runs: { id: number; conclusion: string | null }[] };

  test.each([
    [">=2026-06-02", [3, 2]],
    [">2026-06-02T00:00:00Z", [3]],
    ["<=2026-06-02T00:00:00Z", [2, 1]],
    ["<2026-06-02", [1]],
    ["2026-06-01..2026-06-02", [2, 1]],
    ["2026-06-02T00:00:00Z..*", [3, 2]],
    ["2026-06-03", [3]],
  ])("created %s finds runs %j", async (created, ids) => {
    const { read, repository } = await serve();
    repository.runs = [1, 2, 3].map((id) => run(id, { createdAt: `2026-06-0${id}T00:00:00Z` }));
    const found = await read<Runs>(`/actions/runs?created=${encodeURIComponent(created)}`);
    expect(found.workflow_runs.map(({ id }) => id)).toEqual(ids);
  });

  test("a search of runs ends after a thousand of them and counts them all; without a filter it goes on", async () => {
    const { read, repository } = await serve();
    repository.runs = Array.from({ length: 1050 }, (_, index) => run(index + 1));
    const page = "/actions/runs?per_page=100&page=11";
    const searched = await read<Runs>(`${page}&head_sha=${"a".repeat(40)}`);
    expect([searched.total_count, searched.workflow_runs.length]).toEqual([1050, 0]);
    expect((await read<Runs>(page)).workflow_runs).toHaveLength(50);
  });

  test("a run stands as its jobs do, and they are the check runs of its commit", async () => {
    const { read, repository } = await serve();
    const job = { startedAt: null, completedAt: null, steps: [] };
    const done = { ...job, status: "completed" as const };
    const headSha = firstPull(repository).headSha;
    const jobs = [
      { ...done, id: 7, name: "go", conclusion: "failure" as const },
      { ...done, id: 8, name: "all-required", conclusion: "skipped" as const },
    ];
    repository.statuses.clear();
    repository.runs = [run(1, { headSha }), run(2, { headSha, jobs })];
    expect(await read("/actions/runs/2")).toMatchObject({
      status: "completed",
      conclusion: "failure",
    });
    expect(await read("/actions/runs/2/jobs")).toMatchObject({
      total_count: 2,
      jobs: [{ id: 7 }, { id: 8 }],
    });
    expect(await read(`/commits/${headSha}/check-runs`)).toMatchObject({
      total_count: 2,
      check_runs: [{ name: "go", conclusion: "failure" }, { conclusion: "skipped" }],
    });
    expect(await read(`/commits/${headSha}/status`)).toMatchObject({
      state: "pending",
      total_count: 0,
    });
  });
});

describe("files", () => {
  test("a tree is cut without pages where it is too long", async () => {
    const { read, skin } = await serve();
    type Tree = { truncated: boolean; tree: { path: string }[] };
    const whole = await read<Tree>("/git/trees/main?recursive=1");
    expect(whole.truncated).toBe(false);
    skin.treeMax = 5;
    const cut = await read<Tree>("/git/trees/main?recursive=1&page=2");
    expect([cut.truncated, cut.tree]).toEqual([true, whole.tree.slice(0, 5)]);
  });

  test("a file comes in lines of base64, a large one without its text, and as a blob all the same", async () => {
    const { read, repository } = await serve();
    const text = "x".repeat(1_048_577);
    repository.branches[0]?.files.set("small.txt", "é".repeat(60)).set("large.txt", text);
    const small = await read<{ content: string }>("/contents/small.txt?ref=main");
    expect(small.content).toMatch(/^.{60}\n/);
    expect(Buffer.from(small.content, "base64").toString()).toBe("é".repeat(60));
    const large = await read<{ sha: string }>("/contents/large.txt");
    expect(large).toMatchObject({ content: "", encoding: "none", size: text.length });
    expect(await read(`/git/blobs/${large.sha}`)).toMatchObject({
      size: text.length,
      encoding: "base64",
    });
  });
});

describe("limits", () => {
  test("an answer that is known already is 304, empty and free", async () => {
    const { inRepository, skin, repository } = await serve();
    const first = await inRepository("/labels");
    const used = skin.rest.used;
    const known = { "if-none-match": first.headers.get("etag") ?? "" };
    const again = await inRepository("/labels", known);
    expect([again.status, await again.text(), skin.rest.used]).toEqual([304, "", used]);
    for (const label of repository.labels) label.name = `${label.name} renamed`;
    expect((await inRepository("/labels", known)).status).toBe(200);
  });

  test("every answer tells what is left, and without anything left it says 403 until the hour is over", async () => {
    const { inRepository, rest, skin, store } = await serve();
    const { headers } = await inRepository("");
    expect(
      ["limit", "remaining", "used", "resource"].map((name) => headers.get(`x-ratelimit-${name}`)),
    ).toEqual(["5000", "4999", "1", "core"]);
    skin.rest.used = 5000;
    const refused = await inRepository("");
    expect([refused.status, refused.headers.get("x-ratelimit-remaining")]).toEqual([403, "0"]);
    const told = await rest("/rate_limit");
    expect(await told.json()).toMatchObject({ resources: { core: { remaining: 0, used: 5000 } } });
    store.clock.advance(3600);
    expect((await inRepository("")).status).toBe(200);
  });

  test.each([30, null])(
    "the secondary limit says 403 and how long to wait, or %s",
    async (seconds) => {
      const { inRepository, skin, store } = await serve();
      const until = new Date(Date.parse(store.clock.now()) + 30_000).toISOString();
      skin.secondary = { until, retryAfterSeconds: seconds };
      const refused = await inRepository("");
      expect(refused.status).toBe(403);
      expect(refused.headers.get("retry-after")).toBe(seconds === null ? null : "30");
      store.clock.advance(30);
      expect((await inRepository("")).status).toBe(200);
    },
  );
});

describe("where it answers", () => {
  test("an Enterprise Server answers under /api/v3 and /api/graphql, names its version, and links to itself", async () => {
    const { rest, server } = await serve({ skin: { enterprise: "3.17.2" } });
    const meta = await rest("/api/v3/meta");
    expect(await meta.json()).toMatchObject({ installed_version: "3.17.2" });
    expect(meta.headers.get("x-github-enterprise-version")).toBe("3.17.2");
    const issues = await rest("/api/v3/repos/molecule-ai/molecule-core/issues?per_page=1");
    expect(issues.headers.get("link")).toContain(`<${server.url}/api/v3/repositories/`);
    const body = JSON.stringify({ query: "{ viewer { login } }" });
    const asked = await fetch(`${server.url}/api/graphql`, { method: "POST", body });
    expect(await asked.json()).toMatchObject({ data: { viewer: { login: expect.any(String) } } });
  });

  test("requests are counted by the template of their endpoint", async () => {
    const { inRepository, server, repository } = await serve();
    await inRepository(`/pulls/${firstPull(repository).number}/files`);
    await inRepository("/branches/main/protection");
    expect(server.requests.byEndpoint()).toEqual({
      "GET /repos/{owner}/{repo}/pulls/{number}/files": 1,
      "GET /repos/{owner}/{repo}/branches/{branch}/protection": 1,
    });
  });

  test("the other dialect is not spoken beside it", async () => {
    const { rest } = await serve();
    expect((await rest("/api/v1/version")).status).toBe(404);
  });
});
