import { sample2615 } from "../../sample-2615/sample-2615.ts";
import {
  type FakeJob,
  type FakeRepository,
  type FakeReview,
  type FakeRun,
  type FakeStore,
  repositoryOrThrow,
} from "../../store.ts";
import { answerGitea } from "../answer-gitea.ts";

export const CORE = "/repos/molecule-ai/molecule-core";

/** The sample as one version serves it, with a comment, reviews, runs and labels that it has not of itself. */
export function skinnedStore(version: string): FakeStore {
  const store = { ...sample2615(), version };
  const lent = { id: 900, name: "area/ci", color: "0e8a16", description: "Lent by all" };
  store.orgLabels = new Map([["molecule-ai", [lent]]]);
  const core = repositoryOrThrow(store, "molecule-core");
  core.reviews.push(
    reviewOf({ id: 70, number: 2613, author: "cr2", state: "REQUEST_REVIEW", body: "" }),
    reviewOf({ id: 71, number: 2613, author: "minimax", state: "PENDING" }),
    reviewOf({ id: 72, number: 2613, author: "kimi", state: "APPROVED" }),
  );
  core.runs.push(...runsOf(core));
  const at = { createdAt: "2026-06-12T09:30:00Z", updatedAt: "2026-06-12T09:30:00Z" };
  core.comments.push({ id: 25_000, number: 2613, author: "kimi", body: "Soon.", ...at });
  return store;
}

type Options = { pageMax?: number };

/** Asks a store without a server between; every test has a store of its own. */
export function askingOf(store: FakeStore, { pageMax = 50 }: Options = {}) {
  const ask = (path: string, { method = "GET", body = "" } = {}): Response => {
    const url = new URL(`/api/v1${path}`, "http://fake.invalid");
    const { answer } = answerGitea({ store, url, method, body, pageMax, treePageMax: 1000 });
    const { status, headers } = answer;
    return new Response(Buffer.from(answer.body), { status, headers });
  };
  return {
    ask,
    // The published description is checked elsewhere; a test says what it expects to read.
    read: async <Shape>(path: string) => (await ask(path).json()) as Shape,
  };
}

/** The same of a store that has the sample's repositories. */
export function asking(store: FakeStore, options: Options = {}) {
  return { store, core: repositoryOrThrow(store, "molecule-core"), ...askingOf(store, options) };
}

export function reviewOf(
  given: Pick<FakeReview, "id" | "number" | "author" | "state"> & Partial<FakeReview>,
): FakeReview {
  const moments = { submittedAt: "2026-06-12T09:00:00Z", updatedAt: "2026-06-12T09:00:00Z" };
  const flags = { stale: false, official: true, dismissed: false };
  return { body: "Fine.", commitId: "a".repeat(40), ...flags, ...moments, ...given };
}

export function jobOf(given: Pick<FakeJob, "id"> & Partial<FakeJob>): FakeJob {
  return {
    name: `job ${given.id}`,
    status: "completed",
    conclusion: "success",
    startedAt: "2026-06-12T10:00:00Z",
    completedAt: "2026-06-12T10:05:00Z",
    steps: [
      { name: "checkout", conclusion: "success" },
      { name: "test", conclusion: given.conclusion ?? "success" },
    ],
    ...given,
  };
}

export function runOf(given: Pick<FakeRun, "id" | "jobs"> & Partial<FakeRun>): FakeRun {
  return {
    runNumber: given.id - 100,
    workflow: "ci.yml",
    title: "feat: a thing",
    event: "push",
    headSha: "b".repeat(40),
    headBranch: "main",
    createdAt: "2026-06-12T09:59:00Z",
    updatedAt: "2026-06-12T10:05:00Z",
    ...given,
  };
}

// One that waits, one that runs for an open pull request, and the newest one, which is over.
function runsOf({ pulls }: FakeRepository): FakeRun[] {
  const pull = pulls.find(({ number }) => number === 2613);
  const waiting = {
    status: "queued",
    conclusion: null,
    startedAt: null,
    completedAt: null,
  } as const;
  const running = { status: "in_progress", conclusion: null, completedAt: null } as const;
  const ofPull = { headSha: pull?.headSha ?? "", headBranch: pull?.headRef ?? "" };
  return [
    runOf({ id: 101, event: "schedule", jobs: [jobOf({ id: 1, ...waiting, steps: [] })] }),
    runOf({ id: 102, event: "pull_request", ...ofPull, jobs: [jobOf({ id: 2, ...running })] }),
    runOf({
      id: 103,
      jobs: [
        jobOf({ id: 4, conclusion: "failure" }),
        jobOf({ id: 5, ...waiting, status: "completed", conclusion: "skipped", steps: [] }),
      ],
    }),
  ];
}
