import type { CheckFact, CheckState } from "#/lib/facts/check.ts";
import { type Known, known, unknown } from "#/lib/facts/known.ts";
import type { CommitStatus } from "./schema.ts";
import { toAddress } from "./to-address.ts";

// Worst first. The forge's words; a cancelled job is a failure there.
const STATES: readonly CheckState[] = [
  "failure",
  "error",
  "warning",
  "pending",
  "skipped",
  "success",
];
// Until 1.24, and in Forgejo, a job that was skipped is a success that only says so.
const SKIPPED = "Has been skipped";

/** The answers of a commit's contexts, by context. Two workflow files may post one context, and then the worse of both counts, since each must pass. Unknown where the forge uses a word for a state that we do not know. */
export function toChecks(
  rows: readonly CommitStatus[],
  forge: string,
): Known<readonly CheckFact[]> {
  const checks = new Map<string, CheckFact>();
  for (const row of rows) {
    const state = stateOf(row);
    if (state === null) return unknown(notKnown(row));
    const before = checks.get(row.context);
    if (before && STATES.indexOf(before.state) <= STATES.indexOf(state)) continue;
    const url = toAddress(row.target_url, forge);
    checks.set(row.context, { context: row.context, state, at: row.created_at, url });
  }
  return known([...checks.values()].toSorted((a, b) => (a.context < b.context ? -1 : 1)));
}

function stateOf({ status, description }: CommitStatus): CheckState | null {
  if (status === "success" && description === SKIPPED) return "skipped";
  return STATES.find((state) => state === status) ?? null;
}

const notKnown = ({ context, status }: CommitStatus): string =>
  `The forge says ${JSON.stringify(status.slice(0, 40))} of the context ${JSON.stringify(context.slice(0, 200))}, which is no state that we know.`;
