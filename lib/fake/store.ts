import type { FakeClock } from "./clock.ts";
import type { FakeGit } from "./git/fake-git.ts";
import type { FakeGithub } from "./github/skin.ts";

type FakeUser = { id: number; login: string };

export type FakeLabel = { id: number; name: string; color: string; description: string };

export type FakeComment = {
  id: number;
  number: number;
  author: string;
  body: string;
  createdAt: string;
  updatedAt: string;
};

export type FakeFileStatus = "added" | "changed" | "deleted" | "renamed" | "copied";

export type FakeFile = {
  path: string;
  previousPath: string | null;
  status: FakeFileStatus;
  additions: number;
  deletions: number;
  /** Its hunks as git prints them; null where it is binary; absent where only its sizes are given. */
  patch?: string | null;
};

export type FakeIssue = {
  id: number;
  number: number;
  title: string;
  body: string;
  /** A login that no user has is shown as the forge shows a deleted account. */
  author: string;
  labels: string[];
  state: "open" | "closed";
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  dueAt: string | null;
};

export type FakePullRequest = FakeIssue & {
  /** The forge numbers pull requests in a sequence of its own, beside the issue's id. */
  pullId: number;
  draft: boolean;
  mergedAt: string | null;
  mergedBy: string | null;
  mergeSha: string | null;
  baseRef: string;
  headRef: string;
  headSha: string;
  headForkDeleted: boolean;
  files: FakeFile[];
};

export type FakeReviewState =
  | "APPROVED"
  | "REQUEST_CHANGES"
  | "COMMENT"
  | "PENDING"
  | "REQUEST_REVIEW";

export type FakeReview = {
  id: number;
  /** Of the pull request. */
  number: number;
  author: string;
  state: FakeReviewState;
  body: string;
  commitId: string;
  stale: boolean;
  official: boolean;
  dismissed: boolean;
  submittedAt: string;
  updatedAt: string;
};

export type FakeRunStatus = "queued" | "in_progress" | "completed";
export type FakeConclusion = "success" | "failure" | "cancelled" | "skipped";

export type FakeJob = {
  id: number;
  name: string;
  status: FakeRunStatus;
  /** Null until it is completed. */
  conclusion: FakeConclusion | null;
  startedAt: string | null;
  completedAt: string | null;
  steps: { name: string; conclusion: FakeConclusion }[];
};

/** One run of a workflow file; its status and conclusion follow from its jobs. */
export type FakeRun = {
  id: number;
  runNumber: number;
  /** The file's name, without its folder. */
  workflow: string;
  title: string;
  event: string;
  headSha: string;
  headBranch: string;
  createdAt: string;
  updatedAt: string;
  jobs: FakeJob[];
};

/** A commit that was pushed to the default branch without a pull request. */
export type FakeDirectCommit = {
  sha: string;
  title: string;
  body: string;
  author: string;
  at: string;
  /** The paths that it changed; what it changed in them is not told. */
  paths: string[];
};

export type FakeStatusState = "pending" | "success" | "error" | "failure" | "warning" | "skipped";

/** What one context was once told to say on a commit; a later one of the same context takes its place. */
export type FakeStatus = {
  context: string;
  state: FakeStatusState;
  at: string;
  description: string;
  /** The forge's own jobs write a path without a host. */
  targetUrl: string;
  /** Who posted it; null for the forge's own jobs, whose account has no row. */
  creator: string | null;
  /** The workflow file of a job; two that post one context are told apart by it and by nothing in the answer. */
  workflow: string | null;
};

export type FakeProtection = {
  /** A branch's name, or a pattern. */
  rule: string;
  checksRequired: boolean;
  /** Patterns; kept when checks are switched off. */
  contexts: string[];
  approvals: number;
  blocksAdmins: boolean;
  /** Who may merge past it beside administrators; null where nobody may. */
  bypassers: string[] | null;
  /** Whether GitHub keeps it as a ruleset, which everybody may read; absent is a rule of the branch. */
  byRuleset?: boolean;
};

export type FakeBranch = {
  name: string;
  /** Path to content, as of the tip. */
  files: Map<string, string>;
  protection: FakeProtection | null;
};

/** Where a forge tells of changes; `events` are the exact names of the kinds that it was asked to tell. */
export type FakeHook = {
  id: number;
  dialect: "gitea" | "github";
  url: string;
  secret: string;
  events: string[];
  active: boolean;
  createdAt: string;
};

/** One telling, whole and signed as it would leave the forge. */
export type FakeDelivery = {
  /** A new one for each replay on Gitea, the same one on GitHub. */
  id: string;
  hook: FakeHook;
  /** The exact kind of event. */
  event: string;
  headers: Record<string, string>;
  /** The bytes that were signed, as text. */
  body: string;
  at: string;
};

export type FakeRepository = {
  id: number;
  owner: string;
  name: string;
  formerNames: string[];
  /** Where an issue of this number was moved to, by its number here. */
  moved: Map<number, { repository: string; number: number }>;
  description: string;
  defaultBranch: string;
  createdAt: string;
  labels: FakeLabel[];
  issues: FakeIssue[];
  pulls: FakePullRequest[];
  comments: FakeComment[];
  reviews: FakeReview[];
  /** In the order in which they were created. */
  runs: FakeRun[];
  directCommits: FakeDirectCommit[];
  branches: FakeBranch[];
  /** Null where the forge serves no git; else heads, merges and files of branches are those of it. */
  git: FakeGit | null;
  /** By the id of a commit, in the order in which they were posted. */
  statuses: Map<string, FakeStatus[]>;
  /** Counts the changes that were made, so that what follows from the rows is known to be old. */
  revision: number;
  hooks: FakeHook[];
  /** What the hooks have still to tell, oldest first. */
  outbox: FakeDelivery[];
};

/** All that the fake forge knows. Tests change it in place, between or during requests. */
export type FakeStore = {
  version: string;
  /** What the forge believes its own address is; never the address that it is called by. */
  rootUrl: string;
  viewer: string;
  /** Who has the rights of an administrator in every repository. */
  admins: string[];
  clock: FakeClock;
  /** What the token may do, as `read:repository`; absent where it may do everything. */
  scopes?: readonly string[];
  /** How far the server's time zone lies east of UTC; absent is 0, which it writes as `Z`. */
  utcOffsetMinutes?: number;
  /** Labels that an organisation lends to all its repositories, by the organisation's name. */
  orgLabels?: Map<string, FakeLabel[]>;
  /** How it answers as GitHub; absent where it answers as Gitea. */
  github?: FakeGithub;
  users: FakeUser[];
  repositories: FakeRepository[];
};

/** The repository of that name; throws when the caller misspelt it. */
export function repositoryOrThrow(store: FakeStore, name: string): FakeRepository {
  const found = store.repositories.find((repository) => repository.name === name);
  if (!found) {
    const known = store.repositories.map((repository) => repository.name).join(", ");
    throw new Error(`The fake forge has no repository ${name}; it has ${known}.`);
  }
  return found;
}
