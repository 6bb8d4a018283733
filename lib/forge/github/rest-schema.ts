import { z } from "zod";
import { Actor, id, time, timeOrNever } from "./schema-parts.ts";

// Only what we rely on.
export const Repository = z.object({
  id,
  full_name: z.string(),
  default_branch: z.string(),
  html_url: z.string().nullish(),
});

export const Comment = z.object({
  id: z.int(),
  user: Actor,
  body: z.string().nullish(),
  issue_url: z.string().nullish(),
  created_at: time,
  updated_at: time,
  html_url: z.string().nullish(),
});
export type Comment = z.infer<typeof Comment>;

/** Where an issue or a pull request lives now. */
export const Whereabouts = z.object({
  number: z.int(),
  html_url: z.string(),
  repository_url: z.string().nullish(),
});

export const Run = z.object({
  id,
  name: z.string().nullish(),
  path: z.string().nullish(),
  display_title: z.string().nullish(),
  run_number: z.int(),
  run_attempt: z.int().nullish(),
  event: z.string(),
  head_sha: z.string(),
  head_branch: z.string().nullish(),
  status: z.string().nullish(),
  conclusion: z.string().nullish(),
  created_at: time,
  run_started_at: timeOrNever,
  updated_at: time,
  html_url: z.string().nullish(),
});
export type Run = z.infer<typeof Run>;
export const Runs = z.object({ total_count: z.int(), workflow_runs: z.array(Run) });

const Step = z.object({
  name: z.string(),
  status: z.string().nullish(),
  conclusion: z.string().nullish(),
});
export const Job = z.object({
  id,
  name: z.string(),
  status: z.string().nullish(),
  conclusion: z.string().nullish(),
  started_at: timeOrNever,
  completed_at: timeOrNever,
  steps: z.array(Step).nullish(),
});
export type Job = z.infer<typeof Job>;
export const Jobs = z.object({ total_count: z.int(), jobs: z.array(Job) });

export const PullFile = z.object({
  filename: z.string(),
  previous_filename: z.string().nullish(),
  status: z.string(),
  additions: z.int(),
  deletions: z.int(),
  changes: z.int().nullish(),
  patch: z.string().nullish(),
});
export type PullFile = z.infer<typeof PullFile>;

export const Tree = z.object({
  tree: z.array(z.object({ path: z.string(), type: z.string() })),
  truncated: z.boolean(),
});

export const FileContent = z.object({
  content: z.string().nullish(),
  encoding: z.string().nullish(),
});
