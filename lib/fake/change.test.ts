import { describe, expect, test } from "vitest";
import type { Place } from "./change/place.ts";
import { change } from "./change.ts";
import { tipOf } from "./git/tip-of.ts";
import { tinyStore } from "./testing/tiny-store.ts";

const write = (path: string, content = "changed\n") => ({ kind: "write", path, content }) as const;

function begin({ withGit = false } = {}) {
  const { store, repository, other } = tinyStore({ withGit });
  const ground = { store, repository };
  const issue = change.openIssue(ground, { author: "ben", title: "It fails", labels: ["bug"] });
  const pull = change.openPull(ground, {
    author: "ben",
    title: "fix: it",
    changes: [write("src/cart.ts")],
  });
  const onIssue: Place = { ...ground, number: issue.number };
  const onPull: Place = { ...ground, number: pull.number };
  const said = change.comment(onPull, { author: "cleo", body: "Why?" });
  const approval = change.review(onPull, { author: "cleo", state: "APPROVED" });
  const run = change.startRun(ground, {
    workflow: "ci.yml",
    headSha: pull.headSha,
    headBranch: pull.headRef,
    jobs: ["unit", "e2e"],
  });
  store.clock.advance(60);
  return { store, repository, other, ground, issue, pull, onIssue, onPull, said, approval, run };
}

type Begun = ReturnType<typeof begin>;
const before = "2026-05-04T08:00:00Z";
const now = "2026-05-04T08:01:00Z";

describe.each([{ withGit: false }, { withGit: true }])("with git: $withGit", ({ withGit }) => {
  test.each<[string, (begun: Begun) => unknown]>([
    ["a title", ({ onPull }) => change.retitle(onPull, "fix: all of it")],
    ["a body", ({ onPull }) => change.edit(onPull, { body: "More words." })],
    ["a new comment", ({ onPull }) => change.comment(onPull, { author: "ada", body: "So." })],
    ["a label", ({ onPull }) => change.label(onPull, "gate")],
    ["closing", ({ onPull }) => change.close(onPull)],
    ["merging", ({ onPull }) => change.merge(onPull, "ada")],
    ["a push to the head", ({ onPull }) => change.pushToPull(onPull, { changes: [write("a.ts")] })],
    ["a review", ({ onPull }) => change.review(onPull, { author: "ada", state: "COMMENT" })],
    ["a dismissal", ({ onPull, approval }) => change.dismissReview(onPull, approval.id)],
    ["a request for a review", ({ onPull }) => change.requestReview(onPull, "ada")],
  ])("%s moves the pull request's updated_at and raises the revision", (_, make) => {
    const begun = begin({ withGit });
    const { revision } = begun.repository;
    make(begun);
    expect([begun.pull.updatedAt, begun.issue.updatedAt]).toEqual([now, before]);
    expect(begun.repository.revision).toBeGreaterThan(revision);
  });

  test.each<[string, (begun: Begun) => unknown]>([
    [
      "an edited comment",
      ({ ground, said }) => change.editComment(ground, { id: said.id, body: "" }),
    ],
    ["a deleted comment", ({ ground, said }) => change.deleteComment(ground, said.id)],
    [
      "a label's other name",
      ({ ground }) => change.renameLabel(ground, { from: "bug", to: "fault" }),
    ],
    [
      "a status",
      ({ ground, pull }) =>
        change.setStatus(ground, { sha: pull.headSha, context: "ci", state: "success" }),
    ],
    [
      "a run that ends",
      ({ ground, run }) => change.completeRun(ground, { id: run.id, conclusion: "success" }),
    ],
    ["another name of the repository", ({ ground }) => change.rename(ground, "store")],
    ["a rule of the branch", ({ repository }) => change.protect(repository)],
    [
      "a push to main",
      ({ ground }) =>
        change.push(ground, { author: "ada", title: "chore", changes: [write("b.ts")] }),
    ],
    ["the other's removal", ({ onIssue }) => change.remove(onIssue)],
  ])("%s leaves it alone and raises the revision", (_, make) => {
    const begun = begin({ withGit });
    const { revision } = begun.repository;
    make(begun);
    expect([begun.pull.updatedAt, begun.issue.updatedAt]).toEqual([before, before]);
    expect(begun.repository.revision).toBeGreaterThan(revision);
  });

  test("a push to the head makes what was said of the one before stale, and adds its file", () => {
    const { onPull, pull, approval, repository } = begin({ withGit });
    const request = change.requestReview(onPull, "ada");
    const sha = pull.headSha;
    const pushed = change.pushToPull(onPull, { changes: [write("src/price.ts")] });
    expect([pull.headSha, pull.headSha === sha]).toEqual([pushed, false]);
    expect([approval.stale, request.stale, approval.commitId]).toEqual([true, false, sha]);
    expect(pull.files.map(({ path }) => path)).toEqual(["src/cart.ts", "src/price.ts"]);
    const { git } = repository;
    expect(git ? tipOf(git, `pull/${pull.number}/head`) : pushed).toBe(pushed);
  });

  test.each(["squash", "merge"] as const)("a %s brings the files to main", (kind) => {
    const { onPull, pull, repository } = begin({ withGit });
    change.pushToPull(onPull, { changes: [write("src/new.ts", "new\n")] });
    change.merge(onPull, "ada", kind);
    expect(pull).toMatchObject({ state: "closed", mergedAt: now, closedAt: now, mergedBy: "ada" });
    expect(repository.branches[0]?.files.has("src/new.ts")).toBe(true);
    const { git } = repository;
    expect(git ? tipOf(git, "main") : pull.mergeSha).toBe(pull.mergeSha);
  });

  test("a branch begins where another stands, and a pull request takes it as it is", () => {
    const { ground, repository } = begin({ withGit });
    change.createBranch(ground, { name: "topic" });
    const changes = [write("src/topic.ts", "topic\n")];
    change.commitToBranch(ground, { branch: "topic", author: "ben", title: "topic", changes });
    const pull = change.openPull(ground, { author: "ben", title: "Topic", headRef: "topic" });
    expect(pull.files.map(({ path, status }) => [path, status])).toEqual([
      ["src/topic.ts", "added"],
    ]);
    expect(repository.branches[0]?.files.has("src/topic.ts")).toBe(false);
    change.commitToBranch(ground, {
      branch: "topic",
      author: "ben",
      title: "more",
      changes: [write("x")],
    });
    expect(pull.files.map(({ path }) => path)).toEqual(["src/topic.ts", "x"]);
  });
});

test("numbers and ids of what is gone are never given again", () => {
  const { ground, onPull, pull, said, approval, store } = begin();
  change.deleteComment(ground, said.id);
  expect(change.comment(onPull, { author: "ada", body: "So." }).id).toBeGreaterThan(said.id);
  change.remove(onPull);
  expect(ground.repository.reviews).toEqual([]);
  const next = change.openPull(ground, { author: "ada", title: "fix: that" });
  expect(next.number).toBe(pull.number + 1);
  expect(next.pullId).toBeGreaterThan(pull.pullId);
  const place = { ...ground, number: next.number };
  expect(change.review(place, { author: "ben", state: "APPROVED" }).id).toBeGreaterThan(
    approval.id,
  );
  expect(store.repositories[0]).toBe(ground.repository);
});

test("an issue that is transferred has its comments and a new number there, and leads to it here", () => {
  const { onIssue, issue, repository, other, store } = begin();
  const said = change.comment(onIssue, { author: "ada", body: "Elsewhere." });
  change.openIssue({ store, repository: other }, { author: "ada", title: "The first there" });
  const moved = change.transfer(onIssue, other);
  expect(repository.moved.get(issue.number)).toEqual({ repository: "acme/attic", number: 2 });
  expect(repository.issues).toEqual([]);
  expect([moved.number, moved.title, moved.id === issue.id]).toEqual([2, "It fails", false]);
  expect(other.comments).toEqual([{ ...said, number: 2 }]);
});

test("a later verdict of the same person takes the weight of the earlier, and answers the request", () => {
  const { onPull, approval, repository } = begin();
  change.requestReview(onPull, "cleo");
  const later = change.review(onPull, { author: "cleo", state: "REQUEST_CHANGES" });
  expect([approval.official, later.official]).toEqual([false, true]);
  expect(repository.reviews.map(({ state }) => state)).toEqual(["APPROVED", "REQUEST_CHANGES"]);
});

test("a run goes from queued over in progress to completed, each job with its own end", () => {
  const { ground, run } = begin();
  const states = () => run.jobs.map(({ status, conclusion }) => [status, conclusion]);
  expect(states()).toEqual([
    ["queued", null],
    ["queued", null],
  ]);
  change.beginRun(ground, run.id);
  expect(states()).toEqual([
    ["in_progress", null],
    ["in_progress", null],
  ]);
  change.completeRun(ground, { id: run.id, conclusion: "success", jobs: { e2e: "failure" } });
  expect(states()).toEqual([
    ["completed", "success"],
    ["completed", "failure"],
  ]);
  expect(new Set(run.jobs.map(({ id }) => id)).size).toBe(2);
});

test.each([
  ["1.27.0", "skipped"],
  ["1.24.7", "success"],
  ["16.0.1+gitea-1.22.0", "success"],
])(
  "as %s has it, jobs say on the commit how they stand, and a skipped one %s",
  (version, skipped) => {
    const { ground, pull, store, repository } = begin();
    store.version = version;
    const { headSha, headRef: headBranch } = pull;
    const asked = { workflow: "gate.yml", headSha, headBranch, jobs: ["a", "b"], statuses: true };
    const { id } = change.startRun(ground, asked);
    change.beginRun(ground, id);
    change.completeRun(ground, { id, conclusion: "failure", jobs: { b: "skipped" } });
    const said = repository.statuses
      .get(headSha)
      ?.map(({ context, state }) => `${context}: ${state}`);
    expect(said).toEqual([
      "gate.yml / a (pull_request): pending",
      "gate.yml / b (pull_request): pending",
      "gate.yml / a (pull_request): pending",
      "gate.yml / b (pull_request): pending",
      "gate.yml / a (pull_request): failure",
      `gate.yml / b (pull_request): ${skipped}`,
    ]);
  },
);

test("a merge that conflicts says where and changes nothing", () => {
  const { ground, onPull, pull, store } = begin({ withGit: true });
  const changes = [write("src/cart.ts", "other\n")];
  change.push(ground, { author: "ada", title: "chore: the same file", changes });
  expect(() => change.merge(onPull, "ada")).toThrow("conflicts with its base in src/cart.ts");
  expect([pull.state, pull.mergedAt, pull.updatedAt < store.clock.now()]).toEqual([
    "open",
    null,
    true,
  ]);
});
