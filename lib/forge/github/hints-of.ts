import { z } from "zod";
import type { Hint } from "../delivery.ts";
import { id } from "./schema-parts.ts";

// Only what we rely on; each event has some of it.
const Numbered = z.object({ number: z.int().positive() }).nullish();
const Commit = z.object({ head_sha: z.string() }).nullish();

export const Payload = z.object({
  repository: z.object({ id, default_branch: z.string().nullish() }).nullish(),
  issue: Numbered,
  pull_request: Numbered,
  comment: z.object({ id }).nullish(),
  ref: z.string().nullish(),
  ref_type: z.string().nullish(),
  sha: z.string().nullish(),
  check_run: Commit,
  check_suite: Commit,
  workflow_run: z.object({ id, head_sha: z.string() }).nullish(),
  workflow_job: z.object({ run_id: id, head_sha: z.string() }).nullish(),
});
export type Payload = z.infer<typeof Payload>;

const BRANCH = "refs/heads/";

const item = (row: Payload["issue"]): Hint[] =>
  row ? [{ kind: "item", key: String(row.number) }] : [];
const commit = (sha: string | null | undefined): Hint[] =>
  sha ? [{ kind: "commit", key: sha }] : [];
const branch = (name: string | null | undefined): Hint[] =>
  name ? [{ kind: "branch", key: name }] : [];

const pull = ({ pull_request }: Payload): Hint[] => item(pull_request);
// A rule names its branches by a pattern; the one that we read is among them, or nothing changed for us.
const protection = ({ repository }: Payload): Hint[] => branch(repository?.default_branch);
const created = ({ ref, ref_type }: Payload): Hint[] => (ref_type === "branch" ? branch(ref) : []);

const HINTS: Readonly<Record<string, (payload: Payload) => Hint[]>> = {
  issues: ({ issue }) => item(issue),
  issue_comment: ({ issue, comment }) => [
    ...item(issue),
    ...(comment ? [{ kind: "comment", key: comment.id } as const] : []),
  ],
  pull_request: pull,
  pull_request_review: pull,
  pull_request_review_comment: pull,
  pull_request_review_thread: pull,
  push: ({ ref }) => (ref?.startsWith(BRANCH) ? branch(ref.slice(BRANCH.length)) : []),
  create: created,
  delete: created,
  status: ({ sha }) => commit(sha),
  check_run: ({ check_run }) => commit(check_run?.head_sha),
  check_suite: ({ check_suite }) => commit(check_suite?.head_sha),
  workflow_run: ({ workflow_run: run }) =>
    run ? [{ kind: "run", key: run.id }, ...commit(run.head_sha)] : [],
  workflow_job: ({ workflow_job: job }) =>
    job ? [{ kind: "run", key: job.run_id }, ...commit(job.head_sha)] : [],
  branch_protection_rule: protection,
  branch_protection_configuration: protection,
  repository_ruleset: protection,
};

/** What may be another than before, by an event and its payload; nothing where we do not know the event. */
export function hintsOf(event: string, payload: Payload): readonly Hint[] {
  return Object.hasOwn(HINTS, event) ? (HINTS[event]?.(payload) ?? []) : [];
}
