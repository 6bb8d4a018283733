import { z } from "zod";

// Only what we rely on. The published description marks nothing as nullable; real answers carry null.
const User = z.object({ login: z.string() }).nullish();
const Labels = z.array(z.object({ name: z.string() })).nullish();
export const time = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
// Go's zero time stands for "never".
export const timeOrNever = time.nullish().transform((at) => (at && at.getTime() > 0 ? at : null));

export const Version = z.object({ version: z.string() });
export const ApiSettings = z.object({ max_response_items: z.int().positive() });

export const Repository = z.object({
  id: z.int(),
  full_name: z.string(),
  default_branch: z.string(),
  html_url: z.string().nullish(),
  permissions: z.object({ admin: z.boolean() }).nullish(),
  has_actions: z.boolean().nullish(),
});
export type Repository = z.infer<typeof Repository>;

export const Issue = z.object({
  id: z.int(),
  number: z.int(),
  title: z.string(),
  body: z.string().nullish(),
  state: z.enum(["open", "closed"]),
  user: User,
  labels: Labels,
  created_at: time,
  updated_at: time,
  closed_at: timeOrNever,
  html_url: z.string().nullish(),
  /** Set where it is a pull request. */
  pull_request: z.object({}).nullish(),
});
export type Issue = z.infer<typeof Issue>;

export const PullRequest = z.object({
  id: z.int(),
  number: z.int(),
  title: z.string(),
  body: z.string().nullish(),
  state: z.enum(["open", "closed"]),
  merged: z.boolean(),
  user: User,
  labels: Labels,
  base: z.object({ ref: z.string() }),
  head: z.object({ ref: z.string(), sha: z.string() }).nullish(),
  merge_commit_sha: z.string().nullish(),
  merge_base: z.string().nullish(),
  merged_at: timeOrNever,
  created_at: time,
  updated_at: time,
  html_url: z.string().nullish(),
});
export type PullRequest = z.infer<typeof PullRequest>;

export const ChangedFile = z.object({
  filename: z.string(),
  previous_filename: z.string().nullish(),
  status: z.string(),
  additions: z.int(),
  deletions: z.int(),
});
export type ChangedFile = z.infer<typeof ChangedFile>;

export const Label = z.object({
  id: z.int(),
  name: z.string(),
  description: z.string().nullish(),
  color: z.string().nullish(),
});
export type Label = z.infer<typeof Label>;

export const Review = z.object({
  id: z.int(),
  user: User,
  team: z.object({ name: z.string() }).nullish(),
  state: z.string(),
  body: z.string().nullish(),
  commit_id: z.string().nullish(),
  stale: z.boolean().nullish(),
  official: z.boolean().nullish(),
  dismissed: z.boolean().nullish(),
  submitted_at: timeOrNever,
});
export type Review = z.infer<typeof Review>;

export const Comment = z.object({
  id: z.int(),
  user: User,
  body: z.string(),
  issue_url: z.string().nullish(),
  pull_request_url: z.string().nullish(),
  created_at: time,
  updated_at: time,
  html_url: z.string().nullish(),
});
export type Comment = z.infer<typeof Comment>;

export const Commit = z.object({
  sha: z.string(),
  html_url: z.string().nullish(),
  author: User,
  commit: z.object({
    message: z.string(),
    author: z.object({ name: z.string().nullish(), date: z.string().nullish() }).nullish(),
    committer: z.object({ date: time }),
  }),
  parents: z.array(z.object({ sha: z.string() })),
});
export type Commit = z.infer<typeof Commit>;

export const DirectoryEntry = z.object({ path: z.string(), type: z.string() });
export const FileContent = z.object({
  content: z.string().nullish(),
  encoding: z.string().nullish(),
});

// `total_count` of this answer is the length of its page and no total, so it is not read.
export const CombinedStatus = z.object({
  statuses: z
    .array(
      z.object({
        /** Counted for each commit anew, also for one context that is posted again. */
        id: z.int(),
        context: z.string(),
        status: z.string(),
        description: z.string().nullish(),
        target_url: z.string().nullish(),
        created_at: time,
      }),
    )
    .nullish(),
});
export type CommitStatus = NonNullable<z.infer<typeof CombinedStatus>["statuses"]>[number];

export const Branch = z.object({
  commit: z.object({ id: z.string() }),
  protected: z.boolean(),
  enable_status_check: z.boolean().nullish(),
  status_check_contexts: z.array(z.string()).nullish(),
  required_approvals: z.int().nullish(),
  effective_branch_protection_name: z.string().nullish(),
});
export type Branch = z.infer<typeof Branch>;

const names = z.array(z.string()).nullish();
export const BranchProtection = z.object({
  rule_name: z.string().nullish(),
  block_admin_merge_override: z.boolean().nullish(),
  apply_to_admins: z.boolean().nullish(),
  enable_bypass_allowlist: z.boolean().nullish(),
  bypass_allowlist_usernames: names,
  bypass_allowlist_teams: names,
});
export type BranchProtection = z.infer<typeof BranchProtection>;

export const GitTree = z.object({
  tree: z.array(z.object({ path: z.string(), type: z.string() })).nullish(),
  total_count: z.int(),
});

export const FileContents = z.array(
  z.object({ path: z.string(), type: z.string(), content: z.string().nullish() }).nullable(),
);
