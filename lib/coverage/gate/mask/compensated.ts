import { conditionHolds, conditionText } from "../condition.ts";
import { listOf } from "../read-triggers.ts";
import { readScript } from "../shell/read-script.ts";
import { runScript } from "./shell/run-script.ts";
import { startOf, TooMany } from "./shell/state.ts";

type Step = Readonly<Record<string, unknown>>;

/** Whether a later step fails the job by what a masked step leaves behind: its outcome, its outputs, a variable for the steps after it. */
export function isCompensated(steps: readonly Step[], masked: number): boolean {
  const step = steps[masked] ?? {};
  const traces = tracesOf(step);
  return steps.slice(masked + 1).some((later) => {
    const written = JSON.stringify([later["if"], later["env"], later["run"], later["with"]]);
    if (!traces.some((trace) => written.includes(trace))) return false;
    if (conditionHolds(conditionText(later["if"]) ?? "true", new Map()) === false) return false;
    if (later["continue-on-error"] === true) return false;
    const [text] = listOf(later["run"]);
    return text === undefined ? later["uses"] !== undefined : canFail(text);
  });
}

/** How the steps after it speak of what a step left. */
function tracesOf(step: Step): readonly string[] {
  const [id] = listOf(step["id"]);
  const own = id === undefined ? [] : [`steps.${id}.outcome`, `steps.${id}.outputs`];
  const [text = ""] = listOf(step["run"]);
  const kept = text
    .split("\n")
    .filter((line) => /\b(GITHUB|GITEA|FORGEJO)_ENV\b/.test(line))
    .flatMap((line) => /\b([A-Za-z_]\w*)=/.exec(line)?.[1] ?? [])
    .flatMap((name) => [`$${name}`, `\${${name}`, `env.${name}`]);
  return [...own, ...kept];
}

function canFail(text: string): boolean {
  const script = readScript(text);
  if (script === null) return true;
  const nothing = { checks: new Set<never>(), failing: null, holding: new Set<never>() };
  const state = startOf({ errexit: true, pipefail: false });
  try {
    const run = { ...nothing, strict: false, steps: 0 };
    return runScript(script, state, run, { held: false, asked: true }).some(
      (path) => path.state.status !== "ok",
    );
  } catch (error) {
    if (error instanceof TooMany) return true;
    throw error;
  }
}
