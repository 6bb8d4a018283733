import { afterAll, expect, test } from "vitest";
import { githubSkin } from "../github/skin.ts";
import { serveFake } from "../serve.ts";
import { tinyStore } from "../testing/tiny-store.ts";

const { store, repository } = tinyStore({ withGit: true });
store.github = githubSkin(store.clock.now());
const server = await serveFake({ store });
afterAll(() => server.close());

async function ask(method: string, path: string, body?: object) {
  const response = await fetch(`${server.url}/repos/acme/shop${path}`, {
    method,
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: Object(text === "" ? null : JSON.parse(text)) };
}

test("an agent goes from a branch over a pull request and a review to a merge, and the hook tells of it", async () => {
  const config = { url: "http://127.0.0.1:9/hook", content_type: "json", secret: "s3cret" };
  const hook = await ask("POST", "/hooks", { name: "web", config, events: ["pull_request"] });
  expect([hook.status, hook.body.active, hook.body.config.secret]).toEqual([201, true, "********"]);
  const sha = (await ask("GET", "/branches/main")).body.commit.sha;
  expect((await ask("POST", "/git/refs", { ref: "refs/heads/topic", sha })).status).toBe(201);
  const content = Buffer.from("gate\n").toString("base64");
  const written = await ask("PUT", "/contents/src/gate.ts", {
    branch: "topic",
    message: "m",
    content,
  });
  expect(written.status).toBe(201);
  const pull = await ask("POST", "/pulls", { title: "fix", head: "topic", base: "main" });
  expect([pull.status, pull.body.number, pull.body.state]).toEqual([201, 1, "open"]);
  const files = await ask("GET", "/pulls/1/files");
  expect(files.body).toMatchObject([{ filename: "src/gate.ts", status: "added" }]);
  const review = await ask("POST", "/pulls/1/reviews?sudo=ben", { event: "APPROVE" });
  expect([review.status, review.body.state, review.body.user.login]).toEqual([
    200,
    "APPROVED",
    "ben",
  ]);
  const merged = await ask("PUT", "/pulls/1/merge", { merge_method: "squash" });
  expect(merged.body).toMatchObject({ merged: true, sha: repository.pulls[0]?.mergeSha });
  expect((await ask("GET", "/pulls/1")).body).toMatchObject({ merged: true, state: "closed" });
  const told = repository.outbox.map(({ body }) => Object(JSON.parse(body)));
  expect(told.map(({ action, number }) => [action, number])).toEqual([
    ["opened", 1],
    ["closed", 1],
  ]);
  expect(told[1]).toMatchObject({
    pull_request: { merged: true, base: { ref: "main" } },
    repository: { id: 1, full_name: "acme/shop" },
    sender: { login: "ada" },
  });
});

test("an issue, its comment and a status can be read as they were written", async () => {
  const issue = await ask("POST", "/issues", { title: "It fails", labels: ["bug"] });
  expect([issue.status, issue.body.labels[0].name]).toEqual([201, "bug"]);
  const path = `/issues/${issue.body.number}`;
  const said = await ask("POST", `${path}/comments`, { body: "Why?" });
  const edited = await ask("PATCH", `/issues/comments/${said.body.id}`, { body: "How?" });
  expect([said.status, edited.status, edited.body.body]).toEqual([201, 200, "How?"]);
  expect((await ask("PATCH", path, { state: "closed" })).body.state).toBe("closed");
  const { sha } = (await ask("GET", "/branches/main")).body.commit;
  const status = await ask("POST", `/statuses/${sha}`, { state: "failure", context: "gateline" });
  expect([status.status, status.body.state, status.body.context]).toEqual([
    201,
    "failure",
    "gateline",
  ]);
  const refused = await ask("POST", "/hooks", {
    config: { url: "http://127.0.0.1:9" },
    events: ["none"],
  });
  expect(refused.status).toBe(422);
});
