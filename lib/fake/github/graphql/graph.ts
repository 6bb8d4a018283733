import type {
  FakeComment,
  FakeIssue,
  FakeLabel,
  FakePullRequest,
  FakeRepository,
  FakeReview,
} from "../../store.ts";
import type { Commit } from "../commit.ts";
import type { Site } from "../site.ts";
import type { Measure } from "./measure.ts";

/** One object of an answer: its fields are values, or functions of their arguments. What is not among them is not known here. */
export type Node = { readonly __typename: string; readonly [field: string]: unknown };

/** How rows become objects; each kind leads to the others through here. */
export type Graph = Site & {
  measured: Measure;
  repository: (repository: FakeRepository) => Node;
  issue: (repository: FakeRepository, issue: FakeIssue) => Node;
  pull: (repository: FakeRepository, pull: FakePullRequest) => Node;
  comment: (repository: FakeRepository, comment: FakeComment) => Node;
  review: (repository: FakeRepository, review: FakeReview) => Node;
  label: (repository: FakeRepository, label: FakeLabel) => Node;
  /** A commit, or the id of one. */
  commit: (repository: FakeRepository, commit: Commit | string) => Node;
  rollup: (repository: FakeRepository, sha: string) => Node | null;
  ref: (repository: FakeRepository, branch: string) => Node | null;
};
