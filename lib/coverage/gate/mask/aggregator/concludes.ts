import { asksStatus, conditionHolds, conditionText, interpolate } from "../../condition.ts";
import type { Before, Contexts } from "../../expression/value.ts";
import { listOf, recordOf } from "../../read-triggers.ts";
import { readScript } from "../../shell/read-script.ts";
import { stepsOf } from "../../steps-of.ts";
import { runScript } from "../shell/run-script.ts";
import { setting, startOf, TooMany } from "../shell/state.ts";

export type Conclusion = "passes" | "fails" | "unknown";

type Fields = Readonly<Record<string, unknown>>;

/** How the steps of a job that only decides end, given what it can read of the jobs before it. */
export function concludes(
  job: Fields,
  outer: Fields,
  contexts: Contexts,
  before: Before,
): Conclusion {
  let unsure = false;
  for (const step of stepsOf(job)) {
    const runs = stepRuns(step, contexts, before);
    if (runs === false) continue;
    const end = stepEnds(step, [outer, recordOf(job["env"]), recordOf(step["env"])], contexts);
    const forgiven = conditionHolds(conditionText(step["continue-on-error"]) ?? "false", contexts);
    if (end === "passes" || forgiven === true) continue;
    if (runs === true && end === "fails" && forgiven === false) return "fails";
    unsure = true;
  }
  return unsure ? "unknown" : "passes";
}

/** The status functions of a step ask about its own job, in which nothing failed so far. */
function stepRuns(step: Fields, contexts: Contexts, before: Before): boolean | null {
  const text = conditionText(step["if"]);
  if (text === null) return true;
  // In a job without a failed step `failure()` looks at the jobs before it.
  return conditionHolds(text, contexts, asksStatus(text) ? before : null);
}

function stepEnds(step: Fields, environment: readonly Fields[], contexts: Contexts): Conclusion {
  const [text] = listOf(step["run"]);
  if (text === undefined) return endOfAction(step, contexts);
  const script = readScript(interpolate(text, contexts));
  if (script === null) return "unknown";
  const shell = listOf(step["shell"])[0];
  let state = startOf({ errexit: true, pipefail: shell === "bash" });
  for (const [name, value] of environment.flatMap((each) => Object.entries(each))) {
    const known = interpolate(conditionText(value) ?? "", contexts);
    state = setting(state, name, known.includes("${{") ? null : known);
  }
  try {
    const nothing = { checks: new Set<never>(), failing: null, holding: new Set<never>() };
    const run = { ...nothing, strict: true, steps: 0 };
    const ends = runScript(script, state, run, { held: false, asked: true }).map((path) =>
      path.flow === "endless" ? "open" : path.state.status,
    );
    if (ends.every((end) => end === "ok")) return "passes";
    return ends.every((end) => end === "bad") ? "fails" : "unknown";
  } catch (error) {
    if (error instanceof TooMany) return "unknown";
    throw error;
  }
}

export const DECIDING_ACTION = /^re-actors\/alls-green@/;

/** The action that fails unless every job ended well, those aside that it is told to allow. */
function endOfAction(step: Fields, contexts: Contexts): Conclusion {
  if (!DECIDING_ACTION.test(listOf(step["uses"])[0] ?? "")) return "passes";
  const given = recordOf(step["with"]);
  const allowed = (name: string) =>
    new Set((listOf(given[name])[0] ?? "").split(/[\s,]+/).filter((id) => id !== ""));
  const [failures, skips] = [allowed("allowed-failures"), allowed("allowed-skips")];
  const ends = [...contexts].flatMap(([path, result]) => {
    const id = /^needs\.([^*]+)\.result$/.exec(path)?.[1];
    return id === undefined ? [] : [{ id, result }];
  });
  const isFine = ({ id, result }: (typeof ends)[number]) =>
    result === "success" || failures.has(id) || (result === "skipped" && skips.has(id));
  return ends.every(isFine) ? "passes" : "fails";
}
