import { z } from "zod";
import { time, timeOrNever } from "./schema.ts";

const rows = z.array(z.unknown()).nullish();

export const RunPage = z.object({ total_count: z.int().nullish(), workflow_runs: rows });
export const JobPage = z.object({ total_count: z.int().nullish(), jobs: rows });

export const Run = z.object({
  id: z.int(),
  run_number: z.int(),
  run_attempt: z.int().nullish(),
  event: z.string(),
  status: z.string(),
  conclusion: z.string().nullish(),
  head_sha: z.string(),
  head_branch: z.string().nullish(),
  path: z.string().nullish(),
  display_title: z.string().nullish(),
  started_at: timeOrNever,
  completed_at: timeOrNever,
  html_url: z.string().nullish(),
});
export type Run = z.infer<typeof Run>;

export const ForgejoRun = z.object({
  id: z.int(),
  index_in_repo: z.int(),
  title: z.string().nullish(),
  event: z.string().nullish(),
  trigger_event: z.string().nullish(),
  status: z.string(),
  commit_sha: z.string(),
  prettyref: z.string().nullish(),
  workflow_id: z.string().nullish(),
  created: time,
  started: timeOrNever,
  stopped: timeOrNever,
  html_url: z.string().nullish(),
});
export type ForgejoRun = z.infer<typeof ForgejoRun>;

export const Task = z.object({
  id: z.int(),
  name: z.string().nullish(),
  run_number: z.int(),
  event: z.string().nullish(),
  status: z.string(),
  head_sha: z.string(),
  head_branch: z.string().nullish(),
  display_title: z.string().nullish(),
  workflow_id: z.string().nullish(),
  created_at: time,
  updated_at: timeOrNever,
  run_started_at: timeOrNever,
  url: z.string().nullish(),
});
export type Task = z.infer<typeof Task>;

export const Job = z.object({
  id: z.int(),
  name: z.string(),
  status: z.string(),
  conclusion: z.string().nullish(),
  started_at: timeOrNever,
  completed_at: timeOrNever,
  steps: z
    .array(
      z.object({
        name: z.string(),
        status: z.string().nullish(),
        conclusion: z.string().nullish(),
      }),
    )
    .nullish(),
});
export type Job = z.infer<typeof Job>;

export const ForgejoJob = z.object({
  id: z.int(),
  name: z.string(),
  status: z.string(),
});
export type ForgejoJob = z.infer<typeof ForgejoJob>;
