import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readGitHubDelivery } from "./read-delivery.ts";

const SECRET = "s3cret";
const sign = (body: string, secret = SECRET) =>
  `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
const REPOSITORY = { id: 11, full_name: "o/r", default_branch: "main" };

function sent(payload: object, event: string, headers: Record<string, string> = {}) {
  const body = JSON.stringify(payload);
  const own = {
    "x-github-delivery": "d1",
    "x-github-event": event,
    "x-hub-signature-256": sign(body),
    "content-type": "application/json",
  };
  return { headers: new Headers({ ...own, ...headers }), body: Buffer.from(body) };
}

const item = (key: string) => ({ kind: "item", key });
const commit = (key: string) => ({ kind: "commit", key });
const branch = (key: string) => ({ kind: "branch", key });
const run = (key: string) => ({ kind: "run", key });

test.each([
  ["issues", { action: "opened", issue: { number: 7 } }, [item("7")]],
  ["issues", { action: "deleted", issue: { number: 7 } }, [item("7")]],
  ["issues", { action: "transferred", issue: { number: 7 } }, [item("7")]],
  ["pull_request", { number: 8, pull_request: { number: 8 } }, [item("8")]],
  ["pull_request_review", { pull_request: { number: 8 }, review: { id: 4 } }, [item("8")]],
  ["pull_request_review_comment", { pull_request: { number: 8 }, comment: { id: 5 } }, [item("8")]],
  [
    "issue_comment",
    { action: "deleted", issue: { number: 7 }, comment: { id: 90 } },
    [item("7"), { kind: "comment", key: "90" }],
  ],
  ["push", { ref: "refs/heads/release/1", after: "abc" }, [branch("release/1")]],
  ["push", { ref: "refs/tags/v1" }, []],
  ["create", { ref: "topic", ref_type: "branch" }, [branch("topic")]],
  ["delete", { ref: "v1", ref_type: "tag" }, []],
  ["status", { id: 4, sha: "abc", state: "success" }, [commit("abc")]],
  ["check_run", { check_run: { id: 3, head_sha: "abc" } }, [commit("abc")]],
  ["check_suite", { check_suite: { id: 3, head_sha: "abc" } }, [commit("abc")]],
  ["workflow_run", { workflow_run: { id: 5, head_sha: "abc" } }, [run("5"), commit("abc")]],
  [
    "workflow_job",
    { workflow_job: { id: 6, run_id: 5, head_sha: "abc" } },
    [run("5"), commit("abc")],
  ],
  ["branch_protection_rule", { rule: { name: "main" } }, [branch("main")]],
  ["repository_ruleset", { repository_ruleset: { id: 1 } }, [branch("main")]],
  ["repository", { action: "renamed" }, []],
  ["label", { label: { id: 1 } }, []],
  ["ping", { zen: "…", hook_id: 1 }, []],
  ["constructor", { issue: { number: 7 } }, []],
  ["issues", {}, []],
])("%s %j hints at what may be another now", (event, payload, hints) => {
  const received = sent({ repository: REPOSITORY, ...payload }, event);
  const read = readGitHubDelivery(received, SECRET);
  expect(read).toEqual({ id: "d1", event, repository: "11", hints });
});

test("one of an organisation is about no repository", () => {
  expect(readGitHubDelivery(sent({}, "ping"), SECRET)?.repository).toBeNull();
});

test("one that was made to send a form is read all the same", () => {
  const payload = JSON.stringify({ repository: REPOSITORY, issue: { number: 7 } });
  const body = new URLSearchParams({ payload }).toString();
  const headers = new Headers({
    "content-type": "application/x-www-form-urlencoded",
    "x-github-event": "issues",
    "x-hub-signature-256": sign(body),
  });
  const read = readGitHubDelivery({ headers, body: Buffer.from(body) }, SECRET);
  expect(read).toMatchObject({ repository: "11", hints: [item("7")] });
});

test("one without an id has that of its body", () => {
  const none = { "x-github-delivery": "" };
  const idOf = (payload: object) => readGitHubDelivery(sent(payload, "ping", none), SECRET)?.id;
  expect(idOf({ zen: "1" })).toMatch(/^[0-9a-f]{64}$/);
  expect(idOf({ zen: "1" })).toBe(idOf({ zen: "1" }));
  expect(idOf({ zen: "1" })).not.toBe(idOf({ zen: "2" }));
});

describe("the signature", () => {
  const body = JSON.stringify({ repository: REPOSITORY }, null, 2);
  const read = (signature: string | null, bytes: Uint8Array = Buffer.from(body), secret = SECRET) =>
    readGitHubDelivery(
      {
        headers: new Headers(signature === null ? {} : { "x-hub-signature-256": signature }),
        body: bytes,
      },
      secret,
    );

  test.each([
    ["none", null],
    ["an empty one", ""],
    ["one of another secret", sign(body, "other")],
    ["one without its kind", sign(body).slice("sha256=".length)],
    ["one of another kind", sign(body).replace("sha256", "sha1")],
    ["half of one", sign(body).slice(0, 39)],
    ["no hexadecimal", `sha256=${"z".repeat(64)}`],
    ["one of the body written anew", sign(JSON.stringify(JSON.parse(body)))],
  ])("%s is refused", (_what, signature) => {
    expect(read(signature)).toBeNull();
  });

  test("of the body as it stands is right", () => {
    expect(read(sign(body))).toMatchObject({ repository: "11" });
  });

  test("without a secret nothing is signed", () => {
    expect(read(sign(body, ""), Buffer.from(body), "")).toBeNull();
  });

  test("is of every byte: a body with one changed is refused", () => {
    fc.assert(
      fc.property(fc.nat({ max: body.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const bytes = Buffer.from(body);
        bytes[at] = ((bytes[at] ?? 0) + by) % 256;
        expect(read(sign(body), bytes)).toBeNull();
      }),
    );
  });
});

test.each([
  ["no JSON", "payload=%7B%7D"],
  ["a list", "[]"],
  ["a number that is none", '{"issue":{"number":"7"}}'],
])("a signed body that is %s is an error", (_what, body) => {
  const headers = new Headers({ "x-hub-signature-256": sign(body) });
  const read = () => readGitHubDelivery({ headers, body: Buffer.from(body) }, SECRET);
  expect(read).toThrow(/not as published/);
});
