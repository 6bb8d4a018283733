import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { change } from "#/lib/fake/change.ts";
import { sample2615 } from "#/lib/fake/sample-2615/sample-2615.ts";
import { repositoryOrThrow } from "#/lib/fake/store.ts";
import { readGiteaDelivery } from "./read-delivery.ts";

const SECRET = "s3cret";
const sign = (body: string, secret = SECRET) =>
  createHmac("sha256", secret).update(body).digest("hex");
const REPOSITORY = { id: 11, full_name: "o/r" };

/** As the forge sends it: indented, and signed as it stands. */
function sent(payload: object, headers: Record<string, string> = {}, type = "issues") {
  const body = JSON.stringify(payload, null, 2);
  const own = {
    "x-gitea-delivery": "d1",
    "x-gitea-event": "issues",
    "x-gitea-event-type": type,
    "x-gitea-signature": sign(body),
  };
  return { headers: new Headers({ ...own, ...headers }), body: Buffer.from(body) };
}

describe("what a webhook hints at", () => {
  const of = (type: string, payload: object) =>
    readGiteaDelivery(sent({ repository: REPOSITORY, ...payload }, {}, type), SECRET)?.hints;
  const item = (key: string) => ({ kind: "item", key });
  const commit = (key: string) => ({ kind: "commit", key });

  test.each([
    ["issues", { action: "opened", issue: { number: 7 } }, [item("7")]],
    ["issues", { action: "deleted", issue: { number: 7 } }, [item("7")]],
    ["issue_label", { action: "label_updated", issue: { number: 7 } }, [item("7")]],
    ["pull_request_sync", { number: 8, pull_request: { number: 8 } }, [item("8")]],
    ["pull_request_review_approved", { pull_request: { number: 8 }, review: {} }, [item("8")]],
    [
      "issue_comment",
      { issue: { number: 7 }, comment: { id: 90 } },
      [item("7"), { kind: "comment", key: "90" }],
    ],
    [
      "pull_request_comment",
      { issue: { number: 8 }, pull_request: { number: 8 }, comment: { id: 91 } },
      [item("8"), { kind: "comment", key: "91" }],
    ],
    ["status", { sha: "abc", id: 4, state: "success" }, [commit("abc")]],
    [
      "workflow_run",
      { workflow_run: { id: 5, head_sha: "abc" } },
      [{ kind: "run", key: "5" }, commit("abc")],
    ],
    [
      "workflow_job",
      { workflow_job: { id: 6, run_id: 5, head_sha: "abc" } },
      [{ kind: "run", key: "5" }, commit("abc")],
    ],
    [
      "action_run_failure",
      { run: { id: 5, commit_sha: "abc" } },
      [{ kind: "run", key: "5" }, commit("abc")],
    ],
    ["push", { ref: "refs/heads/release/1" }, [{ kind: "branch", key: "release/1" }]],
    ["push", { ref: "refs/tags/v1" }, []],
    ["create", { ref: "topic", ref_type: "branch" }, [{ kind: "branch", key: "topic" }]],
    ["delete", { ref: "v1", ref_type: "tag" }, []],
    ["repository", { action: "deleted" }, []],
    ["star", { issue: { number: 7 } }, []],
    ["issues", {}, []],
  ])("%s %j", (type, payload, hints) => {
    expect(of(type, payload)).toEqual(hints);
  });

  test("and whose it is, by the forge's own ids", () => {
    const read = readGiteaDelivery(sent({ repository: REPOSITORY }, {}, "issue_label"), SECRET);
    expect(read).toEqual({ id: "d1", event: "issue_label", repository: "11", hints: [] });
    expect(readGiteaDelivery(sent({}), SECRET)?.repository).toBeNull();
  });

  test("one without an id has that of its body", () => {
    const headers = { "x-gitea-delivery": "" };
    const [one, again] = [sent({ a: 1 }, headers), sent({ a: 1 }, headers)];
    const id = readGiteaDelivery(one, SECRET)?.id;
    expect(id).toMatch(/^[0-9a-f]{64}$/);
    expect(readGiteaDelivery(again, SECRET)?.id).toBe(id);
    expect(readGiteaDelivery(sent({ a: 2 }, headers), SECRET)?.id).not.toBe(id);
  });
});

describe("the signature", () => {
  const body = JSON.stringify({ repository: REPOSITORY }, null, 2);
  const withHeaders = (headers: Record<string, string>) =>
    readGiteaDelivery({ headers: new Headers(headers), body: Buffer.from(body) }, SECRET);

  test.each([
    ["of Gitea", { "x-gitea-signature": sign(body) }],
    ["of Forgejo", { "x-forgejo-signature": sign(body) }],
    ["as others write it", { "x-hub-signature-256": `sha256=${sign(body)}` }],
    ["in capitals", { "x-gitea-signature": sign(body).toUpperCase() }],
  ])("%s is read", (_what, headers) => {
    expect(withHeaders(headers)).toMatchObject({ repository: "11" });
  });

  test.each([
    ["none", {}],
    ["an empty one", { "x-gitea-signature": "" }],
    ["one of another secret", { "x-gitea-signature": sign(body, "other") }],
    ["half of one", { "x-gitea-signature": sign(body).slice(0, 32) }],
    ["no hexadecimal", { "x-gitea-signature": "z".repeat(64) }],
    [
      "one of the body written anew",
      { "x-gitea-signature": sign(JSON.stringify(JSON.parse(body))) },
    ],
  ])("%s is refused", (_what, headers) => {
    expect(withHeaders(headers)).toBeNull();
  });

  test("without a secret nothing is signed", () => {
    const headers = new Headers({ "x-gitea-signature": sign(body, "") });
    expect(readGiteaDelivery({ headers, body: Buffer.from(body) }, "")).toBeNull();
  });

  test("is of every byte: a body with one changed is refused", () => {
    fc.assert(
      fc.property(fc.nat({ max: body.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const bytes = Buffer.from(body);
        bytes[at] = ((bytes[at] ?? 0) + by) % 256;
        const headers = new Headers({ "x-gitea-signature": sign(body) });
        expect(readGiteaDelivery({ headers, body: bytes }, SECRET)).toBeNull();
      }),
    );
  });
});

test.each([
  ["no JSON", "payload=%7B%7D"],
  ["a list", "[]"],
  ["a number that is none", '{"issue":{"number":"7"}}'],
])("a signed body that is %s is an error", (_what, body) => {
  const headers = new Headers({ "x-gitea-signature": sign(body) });
  const read = () => readGiteaDelivery({ headers, body: Buffer.from(body) }, SECRET);
  expect(read).toThrow(/not as published/);
});

describe("what the fake forge tells", () => {
  test.each([
    ["1.27.0", true],
    ["16.0.1+gitea-1.22.0", false],
  ])("as %s, which tells of statuses: %s", (version, tellsStatuses) => {
    const store = sample2615();
    store.version = version;
    const repository = repositoryOrThrow(store, "molecule-core");
    const ground = { store, repository };
    const events = ["issues", "pull_request", "issue_comment", "push", "status", "workflow_run"];
    change.createHook(ground, {
      dialect: "gitea",
      url: "https://g.example",
      secret: SECRET,
      events,
    });
    const issue = change.openIssue(ground, { author: "kimi", title: "crash" });
    const said = change.comment(
      { ...ground, number: issue.number },
      { author: "kimi", body: "+1" },
    );
    change.remove({ ...ground, number: issue.number });
    const { sha } = change.push(ground, { author: "kimi", title: "chore: by hand" });
    change.setStatus(ground, { sha, context: "ci", state: "success" });
    const read = repository.outbox.map(({ headers, body }) =>
      readGiteaDelivery({ headers: new Headers(headers), body: Buffer.from(body) }, SECRET),
    );
    const hints = read.flatMap((delivery) => delivery?.hints ?? []);
    expect(read.length).toBeGreaterThan(3);
    expect(read.every((delivery) => delivery?.repository === String(repository.id))).toBe(true);
    expect(new Set(read.map((delivery) => delivery?.id)).size).toBe(read.length);
    expect(hints).toContainEqual({ kind: "item", key: String(issue.number) });
    expect(hints).toContainEqual({ kind: "comment", key: String(said.id) });
    expect(hints).toContainEqual({ kind: "branch", key: "main" });
    const told = hints.some(({ kind, key }) => kind === "commit" && key === sha);
    expect(told).toBe(tellsStatuses);
  });
});
