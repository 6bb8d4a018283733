import { afterEach, describe, expect, test } from "vitest";
import { change } from "../change.ts";
import { type FakeServer, serveFake } from "../serve.ts";
import { tinyStore } from "../testing/tiny-store.ts";

const running: FakeServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

async function begin({ withGit = true } = {}) {
  const { store, repository, other } = tinyStore({ withGit });
  const server = await serveFake({ store });
  running.push(server);
  const ask = async (method: string, path: string, body?: object, headers = {}) => {
    const response = await fetch(`${server.url}/api/v1/repos/acme/shop${path}`, {
      method,
      headers,
      redirect: "manual",
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === "" ? null : JSON.parse(text), response };
  };
  const statusOf = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).status;
  return { store, repository, other, server, ask, statusOf, ground: { store, repository } };
}

const base64 = (text: string) => Buffer.from(text).toString("base64");
const file = (text: string, branch: string) => ({
  content: base64(text),
  branch,
  message: "topic",
});

describe.each([true, false])("with git: %s", (withGit) => {
  test("an agent goes from a branch over a pull request and a review to a merge", async () => {
    const { ask, repository } = await begin({ withGit });
    const branch = await ask("POST", "/branches", { new_branch_name: "topic" });
    expect([branch.status, branch.body.name]).toEqual([201, "topic"]);
    const written = await ask("POST", "/contents/src/gate.ts", file("gate\n", "topic"));
    expect([written.status, written.body.content.content]).toEqual([201, base64("gate\n")]);
    const asked = { title: "fix: gate", head: "topic", base: "main", body: "Closes it." };
    const pull = await ask("POST", "/pulls", asked);
    expect(pull.body).toMatchObject({
      number: 1,
      state: "open",
      title: "fix: gate",
      body: "Closes it.",
    });
    const files = await ask("GET", "/pulls/1/files");
    expect(files.body).toMatchObject([{ filename: "src/gate.ts", status: "added" }]);
    const review = await ask("POST", "/pulls/1/reviews?sudo=ben", { event: "APPROVED" });
    expect(review.body).toMatchObject({
      state: "APPROVED",
      official: true,
      user: { login: "ben" },
    });
    const merged = await ask("POST", "/pulls/1/merge", { do: "squash" });
    expect([merged.status, merged.body]).toEqual([200, null]);
    expect((await ask("GET", "/pulls/1")).body).toMatchObject({
      merged: true,
      merged_by: { login: "ada" },
      merge_commit_sha: repository.pulls[0]?.mergeSha,
    });
    expect((await ask("GET", "/contents/src/gate.ts")).status).toBe(200);
  });
});

describe("what is written can be read", () => {
  test("an issue, its labels, its comment and the comment's edit", async () => {
    const { ask, store } = await begin();
    const issue = await ask("POST", "/issues", { title: "It fails", body: "Now.", labels: [101] });
    expect([issue.status, issue.body.number, issue.body.labels[0].name]).toEqual([201, 1, "bug"]);
    const said = await ask("POST", "/issues/1/comments", { body: "Why?" });
    expect([said.status, said.body.body, said.body.user.login]).toEqual([201, "Why?", "ada"]);
    store.clock.advance(60);
    const edited = await ask("PATCH", `/issues/comments/${said.body.id}`, { body: "How?" });
    expect([edited.status, edited.body.body, edited.body.updated_at]).toEqual([
      200,
      "How?",
      "2026-05-04T08:01:00Z",
    ]);
    expect((await ask("GET", "/issues/1")).body.updated_at).toBe("2026-05-04T08:00:00Z");
    expect((await ask("DELETE", `/issues/comments/${said.body.id}`)).status).toBe(204);
    const closed = await ask("PATCH", "/issues/1", { state: "closed", title: "It failed" });
    expect(closed.body).toMatchObject({ state: "closed", title: "It failed" });
    expect((await ask("GET", "/issues/1")).body).toMatchObject({ comments: 0, state: "closed" });
  });

  test("a status on a commit that is known; of another the answer is 500", async () => {
    const { ask, ground } = await begin();
    const changes = [{ kind: "write", path: "a.ts", content: "a\n" }] as const;
    const { headSha } = change.openPull(ground, { author: "ben", title: "fix", changes });
    const status = { state: "failure", context: "gateline", description: "Not covered." };
    const posted = await ask("POST", `/statuses/${headSha}`, status);
    expect(posted.status).toBe(201);
    expect(posted.body).toMatchObject({ status: "failure", context: "gateline", id: 1 });
    const combined = await ask("GET", `/commits/${headSha}/status`);
    expect(combined.body).toMatchObject({ state: "failure", total_count: 1 });
    expect((await ask("POST", `/statuses/${"0".repeat(40)}`, status)).status).toBe(500);
    expect((await ask("POST", `/statuses/${headSha}`, { state: "fine" })).status).toBe(422);
  });

  test("a hook, off unless it is switched on, without its secret and without kinds nobody knows", async () => {
    const { ask, repository } = await begin();
    const config = { url: "http://127.0.0.1:9/hook", content_type: "json", secret: "s3cret" };
    const events = ["issues", "status", "check_run"];
    const made = await ask("POST", "/hooks", { type: "gitea", config, events });
    expect(made.body).toMatchObject({ active: false, type: "gitea" });
    expect(JSON.stringify(made.body)).not.toContain("s3cret");
    const kinds = [
      "issues",
      "issue_assign",
      "issue_label",
      "issue_milestone",
      "issue_comment",
      "status",
    ];
    expect(made.body.events).toEqual(kinds);
    await ask("POST", "/issues", { title: "Nobody is told" });
    const switched = await ask("PATCH", `/hooks/${made.body.id}`, { active: true });
    expect(switched.body.active).toBe(true);
    await ask("POST", "/issues", { title: "Somebody is told" });
    expect(repository.outbox.map(({ body }) => Object(JSON.parse(body)).issue.title)).toEqual([
      "Somebody is told",
    ]);
    expect((await ask("GET", "/hooks")).body).toEqual([switched.body]);
    expect((await ask("DELETE", `/hooks/${made.body.id}`)).status).toBe(204);
    expect((await ask("GET", `/hooks/${made.body.id}`)).status).toBe(404);
  });
});

describe("what is refused", () => {
  test("wants of a body, what is not there, and a body that is no JSON", async () => {
    const { ask, statusOf, server } = await begin();
    await ask("POST", "/issues", { title: "It fails" });
    expect(await statusOf("POST", "/issues", {})).toBe(422);
    expect(await statusOf("POST", "/issues/9/comments", { body: "?" })).toBe(404);
    expect(await statusOf("POST", "/issues/1/comments", {})).toBe(422);
    expect(await statusOf("POST", "/pulls", { title: "x", head: "none", base: "main" })).toBe(404);
    expect(await statusOf("POST", "/branches", { new_branch_name: "main" })).toBe(409);
    expect(await statusOf("POST", "/hooks", { config: { content_type: "json" } })).toBe(422);
    const path = `${server.url}/api/v1/repos/acme/shop/issues`;
    expect((await fetch(path, { method: "POST", body: "{" })).status).toBe(422);
    expect((await fetch(path.replace("shop", "none"), { method: "POST" })).status).toBe(404);
  });

  test("a merge of what is closed, out of date or in conflict, and a verdict on one's own", async () => {
    const { ask, statusOf, ground, repository } = await begin();
    const write = (content: string) => [{ kind: "write", path: "src/cart.ts", content }] as const;
    change.openPull(ground, { author: "ada", title: "fix", changes: write("one\n") });
    const out = { do: "merge", head_commit_id: "0".repeat(40) };
    expect(await statusOf("POST", "/pulls/1/merge", out)).toBe(409);
    expect(await statusOf("POST", "/pulls/1/merge", { do: "somehow" })).toBe(422);
    expect(await statusOf("POST", "/pulls/1/reviews", { event: "APPROVED" })).toBe(422);
    change.push(ground, { author: "ada", title: "chore", changes: write("two\n") });
    const conflict = await ask("POST", "/pulls/1/merge", { do: "merge" });
    expect([conflict.status, conflict.body.message]).toEqual([
      409,
      "merge conflict in src/cart.ts",
    ]);
    expect(repository.pulls[0]?.state).toBe("open");
    change.close({ ...ground, number: 1 });
    expect(await statusOf("POST", "/pulls/1/merge", { do: "merge" })).toBe(405);
  });

  test("a token that may only read, and hooks for those who are no administrators", async () => {
    const { statusOf, store, repository } = await begin();
    store.scopes = ["read:repository", "read:issue"];
    expect(await statusOf("POST", "/issues", { title: "It fails" })).toBe(403);
    expect(repository.issues).toEqual([]);
    delete store.scopes;
    store.admins = [];
    expect(await statusOf("GET", "/hooks")).toBe(403);
  });

  test("a write to an old name is led to the new one and does nothing", async () => {
    const { ask, ground, repository } = await begin();
    change.rename(ground, "store");
    const moved = await ask("POST", "/issues", { title: "It fails" });
    expect([moved.status, moved.response.headers.get("location")]).toEqual([
      301,
      "/api/v1/repos/acme/store/issues",
    ]);
    expect(repository.issues).toEqual([]);
  });
});
