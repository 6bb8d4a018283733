import { type Gate, gateRef } from "../gate.ts";
import { firesBeforeMerge } from "../trigger/trigger.ts";
import { wouldRun } from "../trigger/would-run.ts";
import type { HeldGate } from "./held-gate.ts";

export const DECAY_CAUSES = [
  "deleted",
  "renamed",
  "trigger_removed",
  "disabled",
  "always_exits_zero",
  "masked",
  "filtered_away",
] as const;

export type DecayCause = (typeof DECAY_CAUSES)[number];

export type Decay = {
  readonly cause: DecayCause;
  readonly workflow: string;
  readonly job: string;
  /** Null where what was there is gone. */
  readonly line: number | null;
  readonly why: string;
};

/** Why a gate that could catch something in earlier workflow files no longer can in later ones; null when it still can, or never could. The files are those that it has to run for. */
export function decayOf(
  before: HeldGate,
  after: readonly Gate[],
  { files, branch }: { readonly files: readonly string[]; readonly branch: string | null },
): Decay | null {
  if (!before.runsOnPullRequest || before.masked || answer(before) === "no") return null;
  const now = after.find((gate) => gateRef(gate) === gateRef(before));
  const { workflow, job } = before;
  if (!now) return gone(before, after);
  const at = { workflow, job, line: now.line };
  if (now.name !== before.name)
    return { ...at, cause: "renamed", why: `It was called ${before.name} and is now ${now.name}.` };
  if (now.masked)
    return {
      ...at,
      cause: /exit 0/.test(now.maskReason ?? "") ? "always_exits_zero" : "masked",
      why: now.maskReason ?? "",
    };
  if (!now.runsOnPullRequest) {
    const why = reasonOf(now);
    const isTrigger = !now.starts.some(firesBeforeMerge);
    return { ...at, cause: isTrigger ? "trigger_removed" : "disabled", why };
  }
  if (before.runs.length > 0 && now.runs.length === 0)
    return { ...at, cause: "disabled", why: reasonOf(now) };
  const runs = wouldRun(now, files, { branch, event: null });
  if (runs.answer !== "no") return null;
  return { ...at, cause: "filtered_away", line: runs.line ?? now.line, why: runs.why };

  function answer(gate: HeldGate) {
    return wouldRun(gate, files, { branch, event: null }).answer;
  }
}

const reasonOf = (gate: Gate): string =>
  gate.findings.find(({ kind }) => kind === "disabled" || kind === "no_pull_request_trigger")
    ?.message ?? "It does not run on pull requests.";

/** A job that is no longer there under its name; one with the same steps elsewhere is the same under another. */
function gone(before: HeldGate, after: readonly Gate[]): Decay {
  const { workflow, job } = before;
  const steps = stepsOf(before);
  const alike = after.find((gate) => steps !== "[]" && stepsOf(gate) === steps);
  if (alike) {
    const why = `It is now ${gateRef(alike)}.`;
    return { cause: "renamed", workflow, job, line: alike.line, why };
  }
  return { cause: "deleted", workflow, job, line: null, why: `${gateRef(before)} is gone.` };
}

const stepsOf = (gate: HeldGate): string =>
  JSON.stringify(gate.runs.map(({ text }) => text.trim()));
