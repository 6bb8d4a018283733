import { asksStatus, conditionHolds, conditionText } from "./condition.ts";
import type { Contexts } from "./expression/value.ts";
import type { Jobs } from "./mask/aggregator/job-ends.ts";
import { listOf } from "./read-triggers.ts";

/** Whether a job or a step can run at all, and on pull requests; `why` names what keeps it off. */
export type RunState =
  | { readonly state: "runs" }
  | { readonly state: "not_on_pull_requests" | "disabled"; readonly why: string };

const RUNS: RunState = { state: "runs" };

/** Whether each job of a file can run, by its own condition and by those of the jobs that it needs. */
export function jobStates(jobs: Jobs, events: readonly string[]): ReadonlyMap<string, RunState> {
  const states = new Map<string, RunState>();
  for (const id of jobs.order) {
    const job = jobs.byId.get(id) ?? {};
    const skipped = listOf(job["needs"]).flatMap((need) => {
      const needed = states.get(need) ?? RUNS;
      return needed.state === "runs" ? [] : [{ need, needed }];
    });
    const results = new Map(skipped.map(({ need }) => [`needs.${need}.result`, "skipped"]));
    const own = stateByCondition(job["if"], events, results);
    states.set(id, own.state === "runs" ? stateByNeeds(job["if"], skipped[0]) : own);
  }
  return states;
}

type Skipped = { readonly need: string; readonly needed: Exclude<RunState, { state: "runs" }> };

function stateByNeeds(condition: unknown, first: Skipped | undefined): RunState {
  if (!first || asksAnyway(conditionText(condition))) return RUNS;
  const why = `it needs the job ${first.need}, which is skipped (${first.needed.why})`;
  return { state: first.needed.state, why };
}

/** Whether a condition is asked even where a needed job was skipped; any other skips the job as well. */
export const asksAnyway = (text: string | null): boolean =>
  asksStatus(text) && !/^(\$\{\{\s*)?success\(\s*\)(\s*\}\})?$/.test(text ?? "");

/** Whether a condition lets a job or a step run: never, not on these pull request events, or perhaps. */
export function stateByCondition(
  value: unknown,
  events: readonly string[],
  results: Contexts = new Map(),
): RunState {
  const text = conditionText(value);
  if (text === null) return RUNS;
  if (conditionHolds(text, new Map()) === false) return { state: "disabled", why: `if: ${text}` };
  const holds = (event: string) =>
    conditionHolds(text, new Map([...results, ["github.event_name", event]]));
  return events.every((event) => holds(event) === false)
    ? { state: "not_on_pull_requests", why: `if: ${text}` }
    : RUNS;
}
