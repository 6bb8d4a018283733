import { heightOf, type Rung } from "../../rung/rungs.ts";
import type { Standing } from "../../verdict.ts";
import { type Gate, gateRef } from "../gate.ts";
import { selectingRuns, selectionOf } from "../selects.ts";
import type { Trigger } from "../trigger/trigger.ts";
import { decayOf } from "./decay-of.ts";
import type { HeldGate } from "./held-gate.ts";
import type { LossCause } from "./loss-causes.ts";

export type Loss = {
  readonly cause: LossCause;
  readonly why: string;
  /** Of the workflow file; null where no line tells it. */
  readonly line: number | null;
};

/** A gate that held an item up, and no longer does. */
export type Lost = {
  /** `workflow:job`. */
  readonly gate: string;
  /** The lowest and the highest rung that it no longer gives. */
  readonly from: Rung;
  readonly to: Rung;
  /** The tests by which it held the item. */
  readonly paths: readonly string[];
  /** Every path that the item touched; null where that is not known. */
  readonly files: readonly string[] | null;
  /** Where the item stands now. */
  readonly standing: Pick<Standing, "missed" | "missedBecause">;
};

/** What is known of the repository of the gate. */
export type Readings = {
  readonly before: ReadonlyMap<string, HeldGate>;
  readonly after: readonly Gate[];
  readonly branch: string;
  /** Whether the steps of its jobs could be followed through the files of the branch now. */
  readonly followed: boolean;
  /** Why a failure of this gate blocks no merge now; null where it does, and where that is not known. */
  readonly notRequired: (gate: string) => string | null;
};

/** What became of a gate that an item fell by; null where the gate is what it was, so that something else took its evidence away, and where a fact that decides it was not read. Source: PRODUCT, a finding subtracts. */
export function whyLost(lost: Lost, readings: Readings): Loss | null {
  return lost.from === "gated" ? unable(lost, readings) : unseen(lost, readings);
}

/** It can no longer catch anything, or not this. */
function unable(lost: Lost, { before, after, branch, followed }: Readings): Loss | null {
  const held = before.get(lost.gate);
  const now = after.find((each) => gateRef(each) === lost.gate);
  const known = held ?? now;
  if (!known) return { cause: "deleted", why: `${lost.gate} is gone.`, line: null };
  const own = held && lost.files && decayOf(held, after, { files: lost.files, branch });
  if (own) return own;
  for (const path of lost.paths) {
    const loss = unableToRun(path);
    if (loss) return loss;
  }
  return null;

  function unableToRun(path: string): Loss | null {
    const isWhole = path === known?.workflow;
    const files = lost.files?.includes(path) ? lost.files : [path];
    // That it held something shows that it could, whoever read it since.
    const found = known && decayOf(ableAgain(known), after, { files, branch: null });
    const isOldFilter = !held || !now || filtersOf(held) === filtersOf(now);
    if (found && (found.cause !== "filtered_away" || !(isWhole || isOldFilter))) return found;
    if (!now) return null;
    return isWhole ? ofAnotherKind(held, now) : runningOthers(now, path, followed);
  }
}

function runningOthers(now: Gate, path: string, followed: boolean): Loss | null {
  const runs = selectingRuns(now, path);
  const masked = runs.every((run) => run.maskReason !== null) ? runs[0] : undefined;
  if (masked) {
    const why = masked.maskReason ?? "";
    const cause = why.includes("exit 0") ? "always_exits_zero" : "masked";
    return { cause, why, line: lineIn(now, masked.line) };
  }
  if (runs.length > 0 || !followed || selectionOf(now, path) !== "no") return null;
  // The same words for every item, so that one change of a gate is told once.
  const why = "No step of it runs the test of the item any more.";
  return { cause: "other_tests", why, line: now.line };
}

const ofAnotherKind = (held: HeldGate | undefined, now: Gate): Loss | null =>
  held && held.kind !== now.kind
    ? {
        cause: "other_tests",
        why: `Its kind was ${held.kind} and is now ${now.kind}.`,
        line: now.line,
      }
    : null;

/** It still can, and was not seen to, or nothing waits for it. */
function unseen(lost: Lost, { before, after, notRequired }: Readings): Loss | null {
  const { missed, missedBecause } = lost.standing;
  if (missed === null || heightOf(missed) > heightOf(lost.to)) return null;
  const held = before.get(lost.gate);
  const now = after.find((each) => gateRef(each) === lost.gate);
  const renamed = held && now ? renaming(held, now) : null;
  if (renamed !== null) return { cause: "renamed", why: renamed, line: now?.line ?? null };
  if (heightOf(missed) <= heightOf("executed")) {
    const why = missedBecause ?? "It was not seen to succeed on the default branch.";
    return { cause: "not_seen_to_pass", why, line: null };
  }
  const why = notRequired(lost.gate);
  return why === null ? null : { cause: "not_required", why, line: null };
}

// The contexts of a job are made of both names.
function renaming(held: HeldGate, now: Gate): string | null {
  if (held.name !== now.name) return `It was called ${held.name} and is now ${now.name}.`;
  if (held.workflowName === now.workflowName) return null;
  const [was, is] = [held.workflowName ?? held.workflow, now.workflowName ?? now.workflow];
  return `Its workflow was called ${was} and is now ${is}.`;
}

const ableAgain = (gate: HeldGate): HeldGate => ({
  ...gate,
  masked: false,
  runsOnPullRequest: true,
  starts: [ON_PULL_REQUESTS],
  condition: null,
  findings: [],
});

const ON_PULL_REQUESTS: Trigger = {
  event: "pull_request",
  line: null,
  types: null,
  branches: [],
  branchesIgnore: [],
  paths: [],
  pathsIgnore: [],
};

// A line that moved filters nothing else.
const filtersOf = ({ starts, condition }: HeldGate): string =>
  JSON.stringify([condition, starts], (key, value: unknown) => (key === "line" ? null : value));

const lineIn = (gate: Gate, line: number): number | null =>
  gate.file === gate.workflow ? line : null;
