import type { ChangedFile } from "#/lib/facts/changed-file.ts";
import type { CheckFact } from "#/lib/facts/check.ts";
import type { CommentFact } from "#/lib/facts/comment.ts";
import type { DirectCommitFact } from "#/lib/facts/direct-commit.ts";
import type { IssueFact } from "#/lib/facts/issue.ts";
import type { Known } from "#/lib/facts/known.ts";
import type { LabelFact } from "#/lib/facts/label.ts";
import type { ProtectionFact } from "#/lib/facts/protection.ts";
import type { PullRequestFact } from "#/lib/facts/pull-request.ts";
import type { RepositoryFact } from "#/lib/facts/repository.ts";
import type { RepositoryTree } from "#/lib/facts/repository-tree.ts";
import type { ReviewFact } from "#/lib/facts/review.ts";
import type { WorkflowFileFact } from "#/lib/facts/workflow-file.ts";
import type { WorkflowJobFact, WorkflowRunFact } from "#/lib/facts/workflow-run.ts";
import type { ForgeError } from "./forge-error.ts";

/** A pull request as a stream gives it; `files` and `reviews` are null where the forge wants a question of its own for them. */
export type StreamedPullRequest = PullRequestFact & {
  readonly files: Known<readonly ChangedFile[]> | null;
  readonly reviews: Known<readonly ReviewFact[]> | null;
};

/** Something that changed: the row itself, or the number of a pull request that has to be asked for by itself. */
export type Change =
  | { readonly kind: "issue"; readonly issue: IssueFact }
  | { readonly kind: "pull"; readonly pull: StreamedPullRequest }
  | { readonly kind: "touched"; readonly number: number; readonly updatedAt: Date };

/**
 * What a stream gives. `issues` and `pulls` come newest created first, `comments` in the order of their
 * ids or against it, `runs` newest first and `labels` as the forge likes; `changes` are issues and pull
 * requests together, in any order, and need a `since`.
 */
export type RowOf = {
  readonly issues: IssueFact;
  readonly pulls: StreamedPullRequest;
  readonly comments: CommentFact;
  readonly changes: Change;
  readonly runs: WorkflowRunFact;
  readonly labels: LabelFact;
};
export type Stream = keyof RowOf;

/** Where an unfinished walk goes on; written to the database between pages, opaque to callers. */
export type Position = { readonly [key: string]: string | number | boolean | null };

/** A row that the forge cannot give however it is asked, while it gives its neighbours. */
export type PoisonRow = {
  /** Where it lies, told so that a person finds it. */
  readonly at: string;
  /** Of the issue or pull request; null where that is not known. */
  readonly number: number | null;
  readonly why: string;
};

export type Page<Row> = {
  readonly rows: readonly Row[];
  readonly poison: readonly PoisonRow[];
  /** null only when the end of the list was proven. */
  readonly next: Position | null;
  /** How many rows the forge says the list has; null when it does not say. */
  readonly total: number | null;
  /** The forge's clock when it answered. */
  readonly serverTime: Date;
};

export type PageRequest<S extends Stream> = {
  readonly stream: S;
  readonly repository: string;
  readonly position: Position | null;
  /** Only what changed at or after this moment of the forge's clock; null asks for everything. Runs are asked for by when they were created. */
  readonly since: Date | null;
};

/** What the forge says of one issue or pull request now: the row, that it is gone for good, or that it lives elsewhere. */
export type One =
  | { readonly kind: "issue"; readonly issue: IssueFact }
  | { readonly kind: "pull"; readonly pull: StreamedPullRequest }
  | { readonly kind: "gone"; readonly status: number }
  | { readonly kind: "moved"; readonly to: string };

/** How many rows the forge says a repository has. */
export type Counts = {
  readonly issues: Known<number>;
  readonly pulls: Known<number>;
  readonly comments: Known<number>;
};

/** A pull request whose list of changed files is wanted. */
export type WantedFiles = {
  readonly number: number;
  /** The commit that merged it; null where it is open or the forge does not say. */
  readonly mergeSha: string | null;
  readonly headSha: string | null;
  /** The commit from which it set out; absent or null where the forge does not tell. */
  readonly forkSha?: string | null;
  readonly baseRef: string;
};

/** One answer for each pull request, or how the forge failed on it. */
export type FilesAnswer =
  | { readonly number: number; readonly files: Known<readonly ChangedFile[]> }
  | { readonly number: number; readonly failure: ForgeError };
export type ReviewsAnswer =
  | { readonly number: number; readonly reviews: Known<readonly ReviewFact[]> }
  | { readonly number: number; readonly failure: ForgeError };
export type JobsAnswer =
  | { readonly run: string; readonly jobs: Known<readonly WorkflowJobFact[]> }
  | { readonly run: string; readonly failure: ForgeError };

/** A merged pull request, and those of its changed files whose patches are worth reading. */
export type WantedPatches = {
  readonly number: number;
  /** The commit that merged it; null where the forge does not say. */
  readonly sha: string | null;
  /** The commit from which it set out; absent or null where the forge does not tell. */
  readonly forkSha?: string | null;
  readonly paths: readonly string[];
};

/** Either every path that was asked for, with its hunks or why there are none, or how the forge failed, which says nothing of the patches. */
export type PatchAnswer =
  | {
      readonly number: number;
      readonly patches: ReadonlyMap<string, Known<string>>;
      /** Set where what is unknown may be known later, as when a clone is fetched whole: it is asked for again. */
      readonly askAgain?: boolean;
    }
  | { readonly number: number; readonly failure: ForgeError };

/** What a commit's contexts last said, or why the forge cannot say; or how it failed, which says nothing of them. */
export type CheckAnswer =
  | { readonly sha: string; readonly checks: Known<readonly CheckFact[]> }
  | { readonly sha: string; readonly failure: ForgeError };

/** The merged pull requests, by what tells a commit that one of them brought. */
export type MergedPulls = {
  /** The number of each by its merge commit. */
  readonly shas: ReadonlyMap<string, number>;
  readonly numbers: ReadonlySet<number>;
};

/** Where a walk of the default branch stands: the tip from which it set out, and the commit that it looks at next. */
export type LinePosition = { readonly tip: string; readonly next: string };

export type LineRequest = {
  readonly branch: string;
  /** Where an unfinished walk goes on; null begins at the branch's tip. */
  readonly from: LinePosition | null;
  /** The tip of an earlier walk, behind which nothing is new; null walks the whole window. */
  readonly until: string | null;
  /** The window's beginning; null walks to the first commit. */
  readonly since: Date | null;
  readonly merged: MergedPulls;
};

export type LinePage = {
  readonly rows: readonly DirectCommitFact[];
  /** Null where the branch has no commit. */
  readonly tip: string | null;
  /** Null only on the last page. */
  readonly next: string | null;
  /** Whether the walk ended at the earlier tip; on a rewritten branch it never meets it. */
  readonly metEarlier: boolean;
};

export type ForgeProbe = {
  readonly version: string;
  /** One sentence for each right or ability that is missing: what it costs. */
  readonly limits: readonly string[];
  /** The forge's clock less ours, in milliseconds; null where it does not tell its own. */
  readonly clockSkewMs: number | null;
};

/** Everything that is asked of a place that hosts code: one adapter per kind, and callers never ask which. */
export type Forge = {
  /** Says who answers and what is missing; throws ForgeError when nobody does or the token is refused. */
  probe(): Promise<ForgeProbe>;
  /** The repository's own facts, by `owner/name`; throws ForgeError not_found when it cannot be seen. */
  repository(fullName: string): Promise<RepositoryFact>;
  /** One page of a stream from a resumable position; a list that is cut short throws and never ends quietly. */
  page<S extends Stream>(request: PageRequest<S>): Promise<Page<RowOf[S]>>;
  /** One issue or pull request by its number, as it is now; throws ForgeError where the forge fails. */
  one(repository: string, number: number): Promise<One>;
  /** One comment by its own id, `gone` where the forge does not have it any more; throws ForgeError where it fails. */
  comment(repository: string, externalId: string): Promise<CommentFact | "gone">;
  /** How many rows there are, each unknown with its reason where the forge does not count. */
  counts(repository: string): Promise<Counts>;
  /** The files that pull requests touch, one answer for each as it comes, in any order; or why they cannot be told. Throws ForgeError only where nothing can be asked. */
  changedFiles(repository: string, wanted: readonly WantedFiles[]): AsyncIterable<FilesAnswer>;
  /** The reviews of these pull requests, one answer for each; throws ForgeError only where nothing can be asked. */
  reviews(repository: string, numbers: readonly number[]): AsyncIterable<ReviewsAnswer>;
  /** The jobs of these runs, one answer for each; throws ForgeError only where nothing can be asked. */
  jobs(repository: string, runs: readonly string[]): AsyncIterable<JobsAnswer>;
  /** The patches of these pull requests, one answer for each as it comes, in any order: a forge that fails on one answers for the others all the same. Throws ForgeError only where nothing can be asked. */
  patches(repository: string, wanted: readonly WantedPatches[]): AsyncIterable<PatchAnswer>;
  /** The commits on a branch's line of first parents that no pull request brought, newest first, in pages of which the last alone has no `next`; throws ForgeError, and `not_found` where the commit of `from` is gone. */
  directCommits(repository: string, request: LineRequest): AsyncIterable<LinePage>;
  /** The workflow files of a branch, from every directory that some forge reads; an empty list means that there are none. */
  workflowFiles(repository: string, branch: string): Promise<Known<readonly WorkflowFileFact[]>>;
  /** Every file of a branch at the commit that is its tip now, without its text; a list that is cut short is unknown. */
  tree(repository: string, branch: string): Promise<Known<RepositoryTree>>;
  /** The texts of these files at one commit, one answer for each: too large, binary or missing is unknown with its reason. Throws ForgeError where nothing can be asked. */
  texts(
    repository: string,
    sha: string,
    paths: readonly string[],
  ): Promise<ReadonlyMap<string, Known<string>>>;
  /** The last answer of every context on these commits, one answer for each commit, however often it stands there, as it comes, in any order; throws ForgeError only where nothing can be asked. */
  checks(repository: string, shas: readonly string[]): AsyncIterable<CheckAnswer>;
  /** What a branch demands now before merging; null in it where the branch is not protected at all, unknown where that cannot be told. Throws ForgeError where the forge fails. */
  protection(repository: string, branch: string): Promise<Known<ProtectionFact | null>>;
  /** How many requests were made so far; 0 where reading needs none. */
  requests(): number;
};
