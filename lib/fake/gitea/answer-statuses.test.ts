import { afterEach, describe, expect, test } from "vitest";
import { change } from "../change.ts";
import { sample2615 } from "../sample-2615/sample-2615.ts";
import { type FakeServer, serveFake } from "../serve.ts";
import { type FakeStatusState, repositoryOrThrow } from "../store.ts";

type Status = { id: number; status: string; context: string; creator: { login: string } | null };
type Combined = { state: string; total_count: number; statuses: Status[] | null };

const core = "/repos/molecule-ai/molecule-core";
const running: FakeServer[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

/** A commit on which nobody has posted yet. */
async function start() {
  const store = sample2615();
  const server = await serveFake({ store, pageMax: 2 });
  running.push(server);
  const repository = repositoryOrThrow(store, "molecule-core");
  const { sha } = change.push({ store, repository }, { author: "kimi", title: "chore: by hand" });
  const post = (context: string, state: FakeStatusState, more = {}) =>
    change.setStatus({ store, repository }, { sha, context, state, ...more });
  const ask = (path: string) => fetch(`${server.url}/api/v1${core}${path}`);
  const read = async <Shape>(path: string) => (await (await ask(path)).json()) as Shape;
  return { store, repository, sha, post, ask, read };
}

describe("the combined status", () => {
  test("has the last answer of each context, and counts in the body only its own page", async () => {
    const { sha, post, ask, read } = await start();
    for (const context of ["a", "b", "c"]) post(context, "failure");
    post("a", "success");
    const first = await ask(`/commits/${sha}/status?page=1&limit=50`);
    expect(first.headers.get("x-total-count")).toBe("3");
    const body = (await first.json()) as Combined;
    expect(body.total_count).toBe(2);
    // What was posted last is on the first page, and a number begins anew with each commit.
    expect(body.statuses?.map(({ id, context, status }) => [id, context, status])).toEqual([
      [3, "c", "failure"],
      [4, "a", "success"],
    ]);
    const second = await read<Combined>(`/commits/${sha}/status?page=2&limit=50`);
    expect(second.statuses?.map(({ context }) => context)).toEqual(["b"]);
  });

  test.each<[readonly FakeStatusState[], string]>([
    [[], "pending"],
    [["success", "skipped"], "success"],
    [["success", "pending"], "pending"],
    [["pending", "warning"], "failure"],
  ])("of %j is %s", async (states, state) => {
    const { sha, post, read } = await start();
    for (const [index, each] of states.entries()) post(`job ${index}`, each);
    const body = await read<Combined>(`/commits/${sha}/status`);
    expect(body.state).toBe(state);
    expect(body.statuses === null).toBe(states.length === 0);
  });

  test("can be had of a branch and of a head, and not of what is not there", async () => {
    const { repository, ask } = await start();
    const [pull] = repository.pulls;
    expect((await ask("/commits/main/status")).status).toBe(200);
    expect((await ask(`/commits/${pull?.headSha}/status`)).status).toBe(200);
    expect((await ask("/commits/none/status")).status).toBe(404);
    expect((await ask("/commits/none/statuses")).status).toBe(404);
  });

  test("shows one context twice where two workflow files post it", async () => {
    const { sha, post, read } = await start();
    post("ci / go (push)", "success", { workflow: "ci.yml" });
    post("ci / go (push)", "failure", { workflow: "copy.yml" });
    expect((await read<Combined>(`/commits/${sha}/status`)).statuses).toHaveLength(2);
  });
});

test("the history has every row, newest first unless asked, and who posted it", async () => {
  const { sha, post, read } = await start();
  post("a", "pending");
  post("a", "success", { creator: "minimax" });
  const history = await read<Status[]>(`/statuses/${sha}`);
  expect(history.map(({ status, creator }) => [status, creator?.login ?? null])).toEqual([
    ["success", "minimax"],
    ["pending", null],
  ]);
  const oldest = await read<Status[]>(`/commits/main/statuses?sort=oldest&state=pending`);
  expect(oldest.map(({ id }) => id)).toEqual([1]);
  expect(await read<Status[]>(`/statuses/${"0".repeat(40)}`)).toEqual([]);
});

describe("branch protection", () => {
  test("is told to everybody by the branch, and its rule to administrators alone", async () => {
    const { store, ask, read } = await start();
    const rules = await read<{ rule_name: string }[]>("/branch_protections");
    expect(rules.map(({ rule_name }) => rule_name)).toEqual(["main"]);
    type Branch = { protected: boolean; effective_branch_protection_name: string };
    expect((await read<Branch>("/branches/main")).effective_branch_protection_name).toBe("main");
    store.admins = [];
    expect((await ask("/branch_protections")).status).toBe(403);
    expect(await read<Branch>("/branches/main")).toMatchObject({
      protected: true,
      effective_branch_protection_name: "",
    });
  });

  test("changes by its verbs", async () => {
    const { repository, read } = await start();
    change.requireContexts(repository, ["ci / *"]);
    change.protect(repository, { approvals: 2 });
    expect(await read("/branches/main")).toMatchObject({
      protected: true,
      enable_status_check: true,
      status_check_contexts: ["ci / *"],
      required_approvals: 2,
    });
    change.unprotect(repository);
    expect(await read("/branches/main")).toMatchObject({
      protected: false,
      status_check_contexts: [],
    });
    expect(await read("/branch_protections")).toEqual([]);
  });
});

describe("a tree", () => {
  test("has an id of its own, is null behind its end, and a bad request where it is not there", async () => {
    const { sha, ask, read } = await start();
    type Tree = { sha: string; tree: object[] | null; truncated: boolean };
    const tree = await read<Tree>(`/git/trees/${sha}?recursive=true`);
    expect(tree.sha).not.toBe(sha);
    expect(await read<Tree>(`/git/trees/${sha}?recursive=true&page=9`)).toMatchObject({
      tree: null,
      truncated: false,
    });
    expect((await ask("/git/trees/none")).status).toBe(400);
  });
});

test("a file that is edited, renamed or deleted on the branch brings a commit each", async () => {
  const { store, repository, ask, read } = await start();
  const place = { store, repository };
  const tips = new Set<string>();
  const seen = async () => {
    tips.add((await read<{ commit: { id: string } }>("/branches/main")).commit.id);
  };
  await seen();
  change.editFile(place, { path: "docs/new.md", text: "new\n" });
  expect(await (await ask("/raw/docs/new.md")).text()).toBe("new\n");
  await seen();
  change.renameFile(place, { from: "docs/new.md", to: "docs/old.md" });
  expect([(await ask("/raw/docs/new.md")).status, (await ask("/raw/docs/old.md")).status]).toEqual([
    404, 200,
  ]);
  await seen();
  change.deleteFile(place, "docs/old.md");
  expect((await ask("/raw/docs/old.md")).status).toBe(404);
  await seen();
  expect(tips.size).toBe(4);
  expect(() => change.deleteFile(place, "docs/old.md")).toThrow(/no file docs\/old.md/);
});
