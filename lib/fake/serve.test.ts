import { afterEach, describe, expect, test } from "vitest";
import { change } from "./change.ts";
import type { Faults } from "./faults.ts";
import { sample2615 } from "./sample-2615/sample-2615.ts";
import { type FakeServer, type ServeOptions, serveFake } from "./serve.ts";
import { repositoryOrThrow } from "./store.ts";

type Row = { number: number; id: number; created_at: string; updated_at: string };
type Issue = Row & { comments: number; pull_request: { merged: boolean } | null };
type Pull = Row & {
  url: string;
  merge_base: string;
  merge_commit_sha: string;
  base: Tip;
  head: Tip;
};
type Tip = { sha: string };
type Tree = { truncated: boolean; page: number; total_count: number; tree: { path: string }[] };
type Commit = {
  sha: string;
  author: { login: string };
  parents: Tip[];
  commit: { message: string };
  files: { filename: string; status: string }[];
};
type Content = { content: string };

const repos = "/repos/molecule-ai";
const controlplane = `${repos}/molecule-controlplane`;
const running: FakeServer[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

async function start(options: Partial<ServeOptions> = {}) {
  const store = options.store ?? sample2615();
  const server = await serveFake({ ...options, store });
  running.push(server);
  const ask = (path: string, init: RequestInit = {}) => fetch(`${server.url}/api/v1${path}`, init);
  // The published description is checked elsewhere; here a test says what it expects to read.
  const read = async <Shape>(path: string) => (await (await ask(path)).json()) as Shape;
  const rows = (path: string) => read<Row[]>(path);
  return { store, server, ask, read, rows };
}

describe("paging", () => {
  test("a page has 30 rows when nothing is said, and never more than 50", async () => {
    const { rows } = await start();
    expect(await rows(`${controlplane}/pulls?state=all`)).toHaveLength(30);
    expect(await rows(`${controlplane}/pulls?state=all&limit=500`)).toHaveLength(50);
    expect(await rows(`${controlplane}/pulls?state=all&limit=0`)).toHaveLength(30);
  });

  test("pages up to the total give each row once, and past the end a page is empty", async () => {
    const { ask, rows } = await start();
    const path = `${controlplane}/pulls?state=all&limit=50`;
    expect((await ask(path)).headers.get("x-total-count")).toBe("120");
    const pages = await Promise.all([1, 2, 3, 4].map((page) => rows(`${path}&page=${page}`)));
    expect(pages.map((page) => page.length)).toEqual([50, 50, 20, 0]);
    expect(new Set(pages.flat().map((row) => row.number)).size).toBe(120);
  });

  test("Link names another host than the one that was asked, and comments and labels have none", async () => {
    const { ask } = await start();
    const link = (await ask(`${controlplane}/pulls?state=all`)).headers.get("link");
    expect(link).toContain("<https://git.molecule-ai.example/api/v1/repos/");
    expect(link).toMatch(/page=2>; rel="next"/);
    expect((await ask(`${controlplane}/issues/comments?limit=1`)).headers.get("link")).toBeNull();
    expect((await ask(`${controlplane}/labels?limit=1`)).headers.get("link")).toBeNull();
  });

  test("files say whether there is more", async () => {
    const { ask } = await start();
    const first = await ask(`${controlplane}/pulls/751/files?limit=2`);
    expect(first.headers.get("x-hasmore")).toBe("true");
    expect(first.headers.get("x-pagecount")).toBe("3");
    const last = await ask(`${controlplane}/pulls/751/files?limit=2&page=3`);
    expect(last.headers.get("x-hasmore")).toBe("false");
    expect(await (await ask(`${controlplane}/pulls/751/files?page=9`)).json()).toEqual([]);
  });

  test("a tree is paged by per_page and says when it is cut", async () => {
    const { read } = await start();
    const path = `${repos}/molecule-core/git/trees/main?recursive=true`;
    const whole = await read<Tree>(path);
    expect([whole.truncated, whole.tree.length]).toEqual([false, whole.total_count]);
    const cut = await read<Tree>(`${path}&per_page=10`);
    expect([cut.truncated, cut.tree.length, cut.page]).toEqual([true, 10, 1]);
    const paths = whole.tree.map((entry) => entry.path);
    expect(paths).toContain(".gitea/workflows/e2e-api.yml");
    expect(paths).not.toContain(".github/workflows/e2e-canvas.yml");
  });
});

describe("lists", () => {
  test("issues are newest first, open unless said, and of one kind if asked", async () => {
    const { rows } = await start();
    const all = await rows(`${controlplane}/issues?state=all&limit=50`);
    const created = all.map((row) => row.created_at);
    expect(created).toEqual([...created].toSorted().toReversed());
    expect(await rows(`${controlplane}/issues`)).toHaveLength(7);
    expect(await rows(`${controlplane}/issues?type=issues`)).toHaveLength(6);
    expect(await rows(`${controlplane}/issues?type=pulls`)).toHaveLength(1);
    expect(await rows(`${controlplane}/issues?type=issues&state=closed`)).toHaveLength(1);
  });

  test("since includes its own second", async () => {
    const { rows } = await start();
    const path = `${repos}/molecule-core/issues?state=all&type=issues`;
    const at = (since: string) => rows(`${path}&since=${since}`);
    expect((await at("2026-06-12T13:05:00Z")).map((row) => row.number)).toEqual([2615]);
    expect(await at("2026-06-12T13:05:01Z")).toEqual([]);
    const comments = `${repos}/molecule-core/issues/comments?since=`;
    expect(await rows(`${comments}2026-06-12T13:05:00Z`)).toHaveLength(1);
    expect(await rows(`${comments}2026-06-12T06:40:00Z`)).toHaveLength(2);
  });
});

describe("pull requests and commits", () => {
  test("a time whose + was not escaped is refused", async () => {
    const { ask } = await start();
    const path = `${controlplane}/issues?since=2026-06-12T15:05:00`;
    expect((await ask(`${path}+02:00`)).status).toBe(422);
    expect((await ask(`${path}%2B02:00`)).status).toBe(200);
  });

  test("pull requests are sorted as asked", async () => {
    const { rows } = await start();
    const path = `${controlplane}/pulls?state=all&limit=50`;
    const oldest = await rows(`${path}&sort=oldest`);
    expect(oldest[0]?.number).toBe(2);
    expect((await rows(path))[0]?.number).toBe(768);
    const updated = (await rows(`${path}&sort=recentupdate`)).map((row) => row.updated_at);
    expect(updated).toEqual([...updated].toSorted().toReversed());
    const least = (await rows(`${path}&sort=leastupdate`)).map((row) => row.updated_at);
    expect(least).toEqual([...least].toSorted());
  });

  test("an issue's id is not its pull request's, and lists have no sizes", async () => {
    const { read, rows } = await start();
    const issue = await read<Issue>(`${controlplane}/issues/765`);
    const pull = await read<Pull>(`${controlplane}/pulls/765`);
    expect(issue.id).not.toBe(pull.id);
    expect(issue.pull_request?.merged).toBe(true);
    expect(pull).toMatchObject({ changed_files: 2, milestone: null, assignees: null });
    expect(pull.base.sha).not.toBe(pull.merge_base);
    expect(pull.url).not.toContain("/api/");
    const [first] = await rows(`${controlplane}/pulls`);
    expect(first).not.toHaveProperty("additions");
  });

  test("commits are the merges of main, a rename as removed and added", async () => {
    const { ask, read } = await start();
    const path = `${repos}/molecule-core/commits?sha=main&limit=50`;
    expect((await ask(path)).headers.get("x-total-count")).toBe("74");
    const [newest] = await read<Commit[]>(path);
    expect(newest?.commit.message).toMatch(/^ci\(all-required\).*\(#2633\)\n/);
    const [renaming] = await read<Commit[]>(`${path}&path=workspace/traces/span_names.py`);
    expect(renaming?.files).toEqual(
      expect.arrayContaining([
        { filename: "workspace/traces/legacy_span.py", status: "removed" },
        { filename: "workspace/traces/span_names.py", status: "added" },
      ]),
    );
  });
});

describe("commits that were pushed", () => {
  test("stand between the merges, each the parent of the one above, and a list begins at any of them", async () => {
    const { store, read } = await start();
    const path = `${controlplane}/commits?limit=50`;
    const pages = await Promise.all(
      [1, 2, 3].map((page) => read<Commit[]>(`${path}&page=${page}`)),
    );
    const line = pages.flat();
    expect(line.slice(0, -1).map(({ parents }) => parents.map(({ sha }) => sha))).toEqual(
      line.slice(1).map(({ sha }) => [sha]),
    );
    expect(line.at(-1)?.parents).toEqual([]);
    const { directCommits } = repositoryOrThrow(store, "molecule-controlplane");
    const [, fix] = directCommits;
    const index = line.findIndex(({ sha }) => sha === fix?.sha);
    expect(line[index]).toMatchObject({
      author: { login: "kimi" },
      commit: { message: `${fix?.title}\n\n${fix?.body}\n` },
      files: [{ filename: ".gitea/workflows/required-checks.yml", status: "modified" }],
    });
    expect(await read<Commit[]>(`${path}&sha=${fix?.sha}`)).toEqual(line.slice(index, index + 50));
    expect(directCommits.map(({ sha }) => line.some((commit) => commit.sha === sha))).toEqual([
      true,
      true,
      true,
    ]);
  });

  test("come on top, and the branch's tip is the newest", async () => {
    const { store, read } = await start();
    const repository = repositoryOrThrow(store, "molecule-core");
    const [before] = await read<Commit[]>(`${repos}/molecule-core/commits`);
    store.clock.advance(60);
    const { sha } = change.push({ store, repository }, { author: "kimi", title: "fix: by hand" });
    const [tip, below] = await read<Commit[]>(`${repos}/molecule-core/commits`);
    expect([tip?.sha, below?.sha]).toEqual([sha, before?.sha]);
    const branch = await read<{ commit: { id: string } }>(`${repos}/molecule-core/branches/main`);
    expect(branch.commit.id).toBe(sha);
  });
});

describe("files", () => {
  test("many come in one request, null for the one that is not there, at most 30", async () => {
    const { read } = await start();
    const asked = (files: string[]) => {
      const body = encodeURIComponent(JSON.stringify({ files }));
      return read<(Content | null)[]>(`${controlplane}/file-contents?body=${body}`);
    };
    const [ci, none] = await asked([".gitea/workflows/ci.yml", "none"]);
    expect(Buffer.from(ci?.content ?? "", "base64").toString()).toContain("pull_request:");
    expect(none).toBeNull();
    expect(await asked(Array.from({ length: 40 }, () => "README.md"))).toHaveLength(30);
  });

  test("a folder is a list without contents, and an unknown path or ref is not found", async () => {
    const { ask, read } = await start();
    const folder = await read<Content[]>(`${controlplane}/contents/.gitea/workflows`);
    expect(folder).toHaveLength(9);
    expect(folder[0]?.content).toBeNull();
    expect((await ask(`${controlplane}/contents/none`)).status).toBe(404);
    expect((await ask(`${controlplane}/raw/README.md?ref=none`)).status).toBe(404);
  });
});

describe("doors", () => {
  test("with a token set, only that token is let in, in either notation", async () => {
    const { ask } = await start({ token: "secret" });
    const status = async (authorization?: string) =>
      (await ask("/version", authorization ? { headers: { authorization } } : {})).status;
    expect(await status()).toBe(401);
    expect(await status("token wrong")).toBe(401);
    expect(await status("token secret")).toBe(200);
    expect(await status("Bearer secret")).toBe(200);
  });

  test("a renamed repository answers 301 with its new path and keeps the query", async () => {
    const { store, ask, rows } = await start();
    change.rename(repositoryOrThrow(store, "landingpage"), "website");
    const moved = await ask(`${repos}/landingpage/issues?state=all`, { redirect: "manual" });
    expect(moved.status).toBe(301);
    expect(moved.headers.get("location")).toBe(
      "/api/v1/repos/molecule-ai/website/issues?state=all",
    );
    expect(await rows(`${repos}/landingpage/issues?state=all`)).toHaveLength(4);
  });

  test("what is not there is told in the forge's own document", async () => {
    const { ask } = await start();
    const missing = await ask(`${controlplane}/pulls/3`);
    expect(missing.status).toBe(404);
    expect(Object.keys(Object(await missing.json())).toSorted()).toEqual([
      "errors",
      "message",
      "url",
    ]);
    expect((await ask(`${repos}/none`)).status).toBe(404);
    expect((await ask("/nonsense")).status).toBe(404);
  });

  test("requests are counted by endpoint", async () => {
    const { server, ask } = await start();
    await ask("/version");
    await ask(`${controlplane}/pulls?page=1`);
    await ask(`${controlplane}/pulls?page=2`);
    expect(server.requests.total()).toBe(3);
    expect(server.requests.count("GET /repos/{owner}/{repo}/pulls")).toBe(2);
    expect(server.requests.byEndpoint()).toMatchObject({ "GET /version": 1 });
    expect(server.requests.entries[2]?.query).toBe("?page=2");
    server.requests.reset();
    expect(server.requests.total()).toBe(0);
  });
});

describe("faults", () => {
  test("each answers in its own wrong way, and the others are left alone", async () => {
    const faults: Faults = (_, nth) => {
      if (nth === 1) return { kind: "status", status: 429, retryAfterSeconds: 2 };
      if (nth === 2) return { kind: "status", status: 503 };
      if (nth === 3) return { kind: "truncate" };
      if (nth === 4) return { kind: "hang-up" };
      return nth === 5 ? { kind: "delay", delayMs: 30 } : null;
    };
    const { ask, server } = await start({ faults });
    const limited = await ask("/version");
    expect([limited.status, limited.headers.get("retry-after")]).toEqual([429, "2"]);
    const shed = await ask("/version");
    expect([shed.status, shed.headers.get("content-type")]).toEqual([
      503,
      "text/html; charset=utf-8",
    ]);
    const cut = await ask("/version");
    expect(cut.status).toBe(200);
    await expect(cut.json()).rejects.toThrow(SyntaxError);
    await expect(ask("/version")).rejects.toThrow();
    expect(await (await ask("/version")).json()).toEqual({ version: "1.27.0" });
    expect((await ask("/version")).status).toBe(200);
    expect(server.requests.total()).toBe(6);
  });

  test("a fault may be aimed at one endpoint", async () => {
    const faults: Faults = ({ endpoint, query }) =>
      endpoint.endsWith("/pulls") && query.get("page") === "2"
        ? { kind: "status", status: 502 }
        : null;
    const { ask } = await start({ faults });
    expect((await ask(`${controlplane}/pulls?page=1`)).status).toBe(200);
    expect((await ask(`${controlplane}/pulls?page=2`)).status).toBe(502);
  });
});

describe("changes", () => {
  test("the Date header is the time of the forge's own clock", async () => {
    const { store, ask } = await start();
    store.clock.advance(90);
    const date = (await ask("/version")).headers.get("date");
    expect(date).toBe("Fri, 12 Jun 2026 18:01:30 GMT");
  });

  test("a change that is set for a request is seen by it and not by the one before", async () => {
    const { store, server, ask } = await start();
    const repository = repositoryOrThrow(store, "molecule-core");
    server.onRequest(2, () => change.remove({ store, repository, number: 2115 }));
    expect((await ask(`${repos}/molecule-core/issues/2115`)).status).toBe(200);
    expect((await ask(`${repos}/molecule-core/issues/2115`)).status).toBe(404);
  });

  test("a comment moves the issue's updated_at, and its later edit only its own", async () => {
    const { store, read, rows } = await start();
    const repository = repositoryOrThrow(store, "molecule-core");
    const place = { store, repository, number: 2115 };
    store.clock.advance(60);
    const { id } = change.comment(place, { author: "kimi", body: "Still so." });
    store.clock.advance(60);
    change.editComment(place, { id, body: "Still so today." });
    const issue = await read<Issue>(`${repos}/molecule-core/issues/2115`);
    expect([issue.updated_at, issue.comments]).toEqual(["2026-06-12T18:01:00Z", 1]);
    const path = `${repos}/molecule-core/issues/comments?since=2026-06-12T18:02:00Z`;
    expect((await rows(path)).map((row) => row.id)).toEqual([id]);
  });

  test("a merge appears in the pull request, the branch, the commits and the tree", async () => {
    const { store, ask, read } = await start();
    const repository = repositoryOrThrow(store, "molecule-core");
    const place = { store, repository, number: 2613 };
    change.retitle(place, "feat(registry): the age of a lease");
    change.merge(place, "cr2");
    const pull = await read<Pull>(`${repos}/molecule-core/pulls/2613`);
    expect(pull).toMatchObject({ merged: true, state: "closed", merged_by: { login: "cr2" } });
    const branch = await read<{ commit: { id: string } }>(`${repos}/molecule-core/branches/main`);
    expect(branch.commit.id).toBe(pull.merge_commit_sha);
    const file = await ask(`${repos}/molecule-core/contents/canvas/src/registry/age.ts`);
    expect(file.status).toBe(200);
  });

  test("a deleted account is Ghost, and a deleted fork leaves its number as the branch", async () => {
    const { store, read } = await start();
    store.users = store.users.filter((user) => user.login !== "minimax");
    const repository = repositoryOrThrow(store, "molecule-core");
    const pull = repository.pulls.find((row) => row.number === 2608);
    if (pull) pull.headForkDeleted = true;
    expect(await read(`${repos}/molecule-core/pulls/2608`)).toMatchObject({
      user: { id: -1, login: "Ghost" },
      head: { ref: "refs/pull/2608/head", repo_id: -1, repo: null },
    });
  });
});
