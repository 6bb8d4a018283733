import { z } from "zod";
import type { Hint } from "../delivery.ts";

const numbered = z.looseObject({ number: z.int() }).nullish();
const identified = z.looseObject({ id: z.int() }).nullish();

/** What is read of any webhook: nothing but who is meant, for the rest is asked for. */
export const Payload = z.looseObject({
  repository: identified,
  number: z.int().nullish(),
  issue: numbered,
  pull_request: numbered,
  comment: identified,
  sha: z.string().nullish(),
  ref: z.string().nullish(),
  ref_type: z.string().nullish(),
  workflow_run: z.looseObject({ id: z.int(), head_sha: z.string().nullish() }).nullish(),
  workflow_job: z.looseObject({ run_id: z.int(), head_sha: z.string().nullish() }).nullish(),
  /** As Forgejo names a run. */
  run: z.looseObject({ id: z.int(), commit_sha: z.string().nullish() }).nullish(),
});
type Payload = z.infer<typeof Payload>;

/** What an event says may be another than before; nothing where we do not know the event. */
export function hintsOf(event: string, payload: Payload): readonly Hint[] {
  const hints = new Map<string, Hint>();
  for (const hint of tell(event, payload)) hints.set(`${hint.kind} ${hint.key}`, hint);
  return [...hints.values()];
}

function* tell(event: string, payload: Payload): Generator<Hint> {
  if (event.startsWith("issue") || event.startsWith("pull_request")) {
    const { issue, pull_request, number, comment } = payload;
    const about = issue?.number ?? pull_request?.number ?? number;
    if (about) yield { kind: "item", key: String(about) };
    if (comment) yield { kind: "comment", key: String(comment.id) };
    return;
  }
  if (event === "status" && payload.sha) yield { kind: "commit", key: payload.sha };
  if (event === "push" || event === "create" || event === "delete") {
    const branch = branchOf(payload);
    if (branch) yield { kind: "branch", key: branch };
  }
  if (event.startsWith("workflow_") || event.startsWith("action_run_")) yield* ofRun(payload);
}

function* ofRun({ workflow_run, workflow_job, run }: Payload): Generator<Hint> {
  const id = workflow_run?.id ?? workflow_job?.run_id ?? run?.id;
  const sha = workflow_run?.head_sha ?? workflow_job?.head_sha ?? run?.commit_sha;
  if (id !== undefined) yield { kind: "run", key: String(id) };
  if (sha) yield { kind: "commit", key: sha };
}

/** A push names its reference whole, the making and deleting of a branch only its name; a tag is no branch. */
function branchOf({ ref, ref_type }: Payload): string | null {
  if (!ref) return null;
  if (ref.startsWith("refs/")) {
    return ref.startsWith("refs/heads/") ? ref.slice("refs/heads/".length) : null;
  }
  return ref_type === "branch" ? ref : null;
}
