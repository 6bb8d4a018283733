import { type Gate, gateRef } from "../gate/gate.ts";
import { selectingRuns } from "../gate/selects.ts";
import { wouldRun } from "../gate/trigger/would-run.ts";
import type { GatedFacts } from "./gated.ts";

export const OBSTACLES = ["masked", "filtered", "not_on_pull_requests"] as const;

/** What keeps a gate that runs a fix's test from holding it. */
export type Obstacle = (typeof OBSTACLES)[number];

/** A gate that certainly runs a test of a fix and does not hold it, with one of the reasons; a gate with several has a row for each. */
export type HeldBack = {
  /** `workflow:job`. */
  readonly gate: string;
  readonly by: Obstacle;
  /** One sentence for a person. */
  readonly why: string;
};

/** Which gates would hold a fix but for what is wrong with them: each certainly runs a test of it that counts and is of an accepted kind, and is masked, filtered away from its files or not started by pull requests. A gate that holds it is not among them. Source: the conditions of the rung `gated`. */
export function heldBack({ tests, paths, gates, rules, branch }: GatedFacts): readonly HeldBack[] {
  const accepted = tests.filter(
    ({ counts, kind }) => counts === true && rules.acceptedKinds.includes(kind.kind),
  );
  if (accepted.length === 0) return [];
  return gates.flatMap((gate) => {
    const runs = accepted.flatMap(({ path }) => selectingRuns(gate, path));
    if (runs.length === 0) return [];
    const row = (by: Obstacle, why: string): HeldBack => ({ gate: gateRef(gate), by, why });
    const isMasked = gate.masked || runs.every(({ maskReason }) => maskReason !== null);
    const mask = gate.maskReason ?? runs[0]?.maskReason ?? "a failing test cannot fail it";
    return [
      ...(isMasked ? [row("masked", `It is masked: ${mask}.`)] : []),
      ...startObstacle(gate, paths, branch).map(({ by, why }) => row(by, why)),
    ];
  });
}

function startObstacle(
  gate: Gate,
  paths: readonly string[],
  branch: string | null,
): readonly Pick<HeldBack, "by" | "why">[] {
  if (!gate.runsOnPullRequest)
    return [{ by: "not_on_pull_requests", why: "It does not run on pull requests." }];
  const { answer, why } = wouldRun(gate, paths, { branch, event: null });
  return answer === "no" ? [{ by: "filtered", why }] : [];
}
