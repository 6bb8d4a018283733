import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { change } from "../change.ts";
import type { FakeDelivery } from "../store.ts";
import { tinyStore } from "../testing/tiny-store.ts";
import { deliverer } from "./deliverer.ts";
import { hookEvents } from "./hook-events.ts";

const ALL = [
  "push",
  "create",
  "repository",
  "issues",
  "pull_request",
  "status",
  "workflow_run",
  "workflow_job",
];
const write = (path: string) => ({ kind: "write", path, content: "changed\n" }) as const;

function begin({ dialect = "gitea", version = "1.27.0", withGit = false } = {}) {
  const { store, repository, other } = tinyStore({ withGit });
  store.version = version;
  const ground = { store, repository };
  const isGitea = dialect === "gitea";
  change.createHook(ground, {
    dialect: isGitea ? "gitea" : "github",
    url: "http://127.0.0.1:9/hook",
    secret: "s3cret",
    events: isGitea ? hookEvents(store, ALL) : ["*"],
  });
  return { store, repository, other, ground };
}

type Begun = ReturnType<typeof begin>;

const takeAll = ({ repository }: Begun): FakeDelivery[] => repository.outbox.splice(0);
const saidBy = ({ body }: FakeDelivery) => Object(JSON.parse(body));

function makeEverything({ ground, repository, other }: Begun) {
  const { number } = change.openIssue(ground, { author: "ben", title: "It fails" });
  const onIssue = { ...ground, number };
  const pull = change.openPull(ground, { author: "ben", title: "fix", changes: [write("a.ts")] });
  const onPull = { ...ground, number: pull.number };
  change.comment(onIssue, { author: "cleo", body: "Why?" });
  const { id } = change.comment(onPull, { author: "cleo", body: "How?" });
  change.editComment(ground, { id, body: "How so?" });
  change.deleteComment(ground, id);
  change.label(onIssue, "bug");
  change.unlabel(onIssue, "bug");
  change.label(onPull, "bug");
  change.retitle(onIssue, "It fails often");
  change.close(onIssue);
  change.reopen(onIssue);
  change.requestReview(onPull, "ada");
  change.review(onPull, { author: "ada", state: "REQUEST_CHANGES", body: "No." });
  change.pushToPull(onPull, { changes: [write("b.ts")] });
  const approval = change.review(onPull, { author: "ada", state: "APPROVED" });
  change.dismissReview(onPull, approval.id);
  change.review(onPull, { author: "cleo", state: "COMMENT", body: "Hm." });
  change.setStatus(ground, { sha: pull.headSha, context: "ci", state: "success" });
  const { headSha, headRef: headBranch } = pull;
  const run = change.startRun(ground, { workflow: "ci.yml", headSha, headBranch, jobs: ["unit"] });
  change.beginRun(ground, run.id);
  change.completeRun(ground, { id: run.id, conclusion: "failure" });
  change.merge(onPull, "ada");
  change.push(ground, { author: "ada", title: "chore", changes: [write("c.ts")] });
  change.createBranch(ground, { name: "topic" });
  change.renameLabel(ground, { from: "bug", to: "fault" });
  change.transfer(onIssue, other);
  change.remove(onPull);
  change.rename(ground, "store");
  return repository.outbox.map(({ event, body }) =>
    `${event} ${Object(JSON.parse(body)).action ?? ""}`.trim(),
  );
}

describe("what is told", () => {
  test("by Gitea, by exact kind, and nothing of what it has no kind for", () => {
    expect(makeEverything(begin())).toEqual([
      "issues opened",
      "pull_request opened",
      "issue_comment created",
      "pull_request_comment created",
      "pull_request_comment edited",
      "pull_request_comment deleted",
      "issue_label label_updated",
      "issue_label label_cleared",
      "pull_request_label label_updated",
      "issues edited",
      "issues closed",
      "issues reopened",
      "pull_request_review_request review_requested",
      "pull_request_review_rejected reviewed",
      "push",
      "pull_request_sync synchronized",
      "pull_request_review_approved reviewed",
      "pull_request_review_comment reviewed",
      "status",
      "workflow_run requested",
      "workflow_job queued",
      "workflow_run in_progress",
      "workflow_job in_progress",
      "workflow_run completed",
      "workflow_job completed",
      "push",
      "pull_request closed",
      "push",
      "create",
      "pull_request deleted",
    ]);
  });

  test("by GitHub, in its own words", () => {
    const told = makeEverything(begin({ dialect: "github" }));
    expect(told).toEqual(
      expect.arrayContaining([
        "issues opened",
        "issues labeled",
        "issues unlabeled",
        "issues transferred",
        "issue_comment deleted",
        "pull_request synchronize",
        "pull_request labeled",
        "pull_request_review submitted",
        "pull_request_review dismissed",
        "label edited",
        "status",
        "workflow_run requested",
        "workflow_job completed",
        "check_run created",
        "check_run completed",
        "repository renamed",
      ]),
    );
  });

  test.each([
    ["1.22.6", []],
    ["1.23.0", ["status"]],
    ["1.24.0", ["status"]],
    ["1.25.0", ["status", "workflow_job", "workflow_run"]],
    ["16.0.1+gitea-1.22.0", []],
  ])("by %s of checks: %j", (version, kinds) => {
    const begun = begin({ version });
    makeEverything(begun);
    const told = new Set(takeAll(begun).map(({ event }) => event));
    const known = ["status", "workflow_job", "workflow_run"];
    expect(known.filter((event) => told.has(event))).toEqual(kinds);
  });

  test("only what a hook asked for, and nothing while it is off", () => {
    const begun = begin();
    const [hook] = begun.repository.hooks;
    if (hook) hook.events = hookEvents(begun.store, ["status"]);
    makeEverything(begun);
    expect(takeAll(begun).map(({ event }) => event)).toEqual(["status"]);
    if (hook) Object.assign(hook, { active: false, events: hookEvents(begun.store, ALL) });
    change.openIssue(begun.ground, { author: "ben", title: "More" });
    expect(begun.repository.outbox).toEqual([]);
  });

  test("the row as it was at that moment, with what it was before", () => {
    const begun = begin();
    const { number } = change.openIssue(begun.ground, { author: "ben", title: "It fails" });
    change.retitle({ ...begun.ground, number }, "It fails often");
    const [opened, edited] = takeAll(begun).map(saidBy);
    expect(opened.issue.title).toBe("It fails");
    expect(edited).toMatchObject({
      number,
      issue: { title: "It fails often", number },
      changes: { title: { from: "It fails" } },
      repository: { id: 1, full_name: "acme/shop" },
      sender: { login: "ada" },
    });
  });

  test("of a status another id than the API gives, and of a deleted comment its row", () => {
    const begun = begin();
    const { ground } = begun;
    const { headSha: sha, number } = change.openPull(ground, { author: "ben", title: "fix" });
    change.setStatus(ground, { sha: "0".repeat(40), context: "old", state: "success" });
    change.setStatus(ground, { sha, context: "ci", state: "failure" });
    const { id } = change.comment({ ...ground, number }, { author: "ben", body: "Gone soon." });
    change.deleteComment(ground, id);
    const said = takeAll(begun).slice(2).map(saidBy);
    expect(said[0]).toMatchObject({ id: 2, sha, state: "failure", context: "ci" });
    expect(said[2]).toMatchObject({
      action: "deleted",
      comment: { id, body: "Gone soon." },
      is_pull: true,
    });
  });
});

describe("how it is written", () => {
  test("Gitea signs the indented bytes under every name, and a body written anew is another", () => {
    const begun = begin();
    const { number } = change.openPull(begun.ground, { author: "ben", title: "fix" });
    change.review({ ...begun.ground, number }, { author: "ada", state: "APPROVED" });
    const [, { headers, body, id }] = takeAll(begun) as [FakeDelivery, FakeDelivery];
    const hmac = (text: string) => createHmac("sha256", "s3cret").update(text).digest("hex");
    expect(headers).toMatchObject({
      "X-Gitea-Delivery": id,
      "X-Gitea-Event": "pull_request_approved",
      "X-Gitea-Event-Type": "pull_request_review_approved",
      "X-GitHub-Event": "pull_request_approved",
      "X-Gitea-Signature": hmac(body),
      "X-Gogs-Signature": hmac(body),
      "X-Hub-Signature-256": `sha256=${hmac(body)}`,
    });
    expect(headers).not.toHaveProperty("X-Forgejo-Event");
    expect(body.startsWith('{\n  "action"')).toBe(true);
    expect(hmac(JSON.stringify(JSON.parse(body)))).not.toBe(headers["X-Gitea-Signature"]);
    expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  test("Forgejo adds names of its own, and GitHub has only its own", () => {
    const forgejo = begin({ version: "16.0.1+gitea-1.22.0" });
    const github = begin({ dialect: "github" });
    for (const { ground } of [forgejo, github]) {
      change.openIssue(ground, { author: "ben", title: "It fails" });
    }
    expect(takeAll(forgejo)[0]?.headers).toHaveProperty("X-Forgejo-Event-Type", "issues");
    const { headers, body } = takeAll(github)[0] as FakeDelivery;
    expect(Object.keys(headers).filter((name) => /gitea|gogs/i.test(name))).toEqual([]);
    expect(headers["X-GitHub-Event"]).toBe("issues");
    expect(body).not.toContain("\n");
  });
});

describe("delivering", () => {
  const closing: (() => void)[] = [];
  afterEach(() => {
    for (const close of closing.splice(0)) close();
  });

  async function issues(count: number, dialect = "gitea") {
    const begun = begin({ dialect });
    for (let nth = 1; nth <= count; nth += 1) {
      change.openIssue(begun.ground, { author: "ben", title: `Fault ${nth}` });
    }
    return begun;
  }

  async function handed(begun: Begun, options: object) {
    const taken: FakeDelivery[] = [];
    const hand = (delivery: FakeDelivery) => (taken.push(delivery), 202);
    const round = deliverer(begun.store, { seed: 3, hand, ...options });
    await round.deliverAll();
    return { taken, round, numbers: taken.map((each) => saidBy(each).number as number) };
  }

  test("hands everything over once, in order, and leaves nothing", async () => {
    const { numbers, round } = await handed(await issues(5), {});
    expect(numbers).toEqual([1, 2, 3, 4, 5]);
    expect([round.pending(), await round.deliverAll()]).toEqual([0, []]);
  });

  test("drops, repeats and mixes up as often as told, and the same way for the same seed", async () => {
    const told = { drop: 0.3, duplicate: 0.3, reorder: true };
    const [first, second] = [
      await handed(await issues(40), told),
      await handed(await issues(40), told),
    ];
    expect(first.numbers).toEqual(second.numbers);
    const dropped = first.round.log.filter(({ outcome }) => outcome === null).length;
    expect(dropped).toBeGreaterThan(3);
    expect(new Set(first.numbers).size).toBe(40 - dropped);
    expect(first.numbers.length).toBeGreaterThan(new Set(first.numbers).size);
    expect(first.numbers).not.toEqual(first.numbers.toSorted((a, b) => a - b));
  });

  test("what is late comes with the next round", async () => {
    const begun = await issues(30);
    const { numbers, round } = await handed(begun, { delay: 0.5 });
    expect(round.pending()).toBe(30 - numbers.length);
    expect(round.pending()).toBeGreaterThan(5);
    await round.deliverAll();
    expect([round.pending(), round.log.length]).toEqual([0, 30]);
  });

  test.each([
    ["gitea", false],
    ["github", true],
  ])("a replay by %s has the id of the first: %s", async (dialect, isSame) => {
    const begun = await issues(1, dialect);
    const { round, taken } = await handed(begun, {});
    const [first] = taken as [FakeDelivery];
    const { delivery } = await round.redeliver(first);
    expect(delivery.id === first.id).toBe(isSame);
    expect(delivery.headers[dialect === "gitea" ? "X-Gitea-Delivery" : "X-GitHub-Delivery"]).toBe(
      delivery.id,
    );
    expect(delivery.body).toBe(first.body);
  });

  test("posts to the hook's address, and a failure is told and not tried again", async () => {
    const begun = await issues(2);
    const got: string[] = [];
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const signed = createHmac("sha256", "s3cret").update(Buffer.concat(chunks)).digest("hex");
        const { headers } = request;
        got.push(`${String(headers["x-gitea-event"])} ${headers["x-gitea-signature"] === signed}`);
        response.writeHead(got.length === 1 ? 500 : 202).end();
      });
    });
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
    closing.push(() => server.close());
    const [hook] = begun.repository.hooks;
    if (hook) hook.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
    const delivered = await deliverer(begun.store, { seed: 1 }).deliverAll();
    expect(delivered.map(({ outcome }) => outcome)).toEqual([{ status: 500 }, { status: 202 }]);
    expect(got).toEqual(["issues true", "issues true"]);
  });

  test("posts nowhere but to this machine", async () => {
    const begun = await issues(1);
    const [hook] = begun.repository.hooks;
    if (hook) hook.url = "https://gateline.example/hook";
    const [delivered] = await deliverer(begun.store, { seed: 1 }).deliverAll();
    expect(delivered?.outcome).toEqual({
      failure: "The fake forge posts to this machine alone, not to gateline.example.",
    });
  });
});
