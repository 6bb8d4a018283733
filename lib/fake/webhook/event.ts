import type {
  FakeComment,
  FakeIssue,
  FakeJob,
  FakePullRequest,
  FakeReview,
  FakeRun,
  FakeStatus,
} from "../store.ts";

/** What a forge could tell of a change, before it is known to whom and in which dialect. */
export type FakeEvent = { sender: string } & (
  | {
      kind: "subject";
      action: SubjectAction;
      row: FakeIssue | FakePullRequest;
      /** What a field was before, by its name. */
      was?: { title?: string; body?: string };
      labels?: { added: string[]; removed: string[] };
      reviewer?: string;
    }
  | {
      kind: "comment";
      action: "created" | "edited" | "deleted";
      comment: FakeComment;
      row: FakeIssue | FakePullRequest;
      was?: { body: string };
    }
  | {
      kind: "review";
      action: "submitted" | "dismissed";
      review: FakeReview;
      pull: FakePullRequest;
    }
  | { kind: "status"; sha: string; status: FakeStatus }
  | { kind: "run"; action: RunAction; run: FakeRun }
  | { kind: "job"; action: RunAction; run: FakeRun; job: FakeJob }
  /** The same once more as a check of the commit, for forges that tell it twice. */
  | { kind: "check"; action: RunAction; run: FakeRun; job: FakeJob }
  | { kind: "push"; branch: string; before: string; after: string; title: string; paths: string[] }
  | { kind: "branch-created"; branch: string; sha: string }
  | { kind: "label-renamed"; id: number; from: string }
  | { kind: "repository"; action: "renamed"; from: string }
);

export type SubjectAction =
  | "opened"
  | "edited"
  | "closed"
  | "reopened"
  | "labels"
  | "synchronized"
  | "review_requested"
  | "deleted"
  | "transferred";

export type RunAction = "queued" | "in_progress" | "completed";
