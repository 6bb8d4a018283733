import { conditionHolds, conditionText } from "./condition.ts";
import { listOf, recordOf } from "./read-triggers.ts";

/** Whether a job or a step can run at all, and on pull requests; `why` names what keeps it off. */
export type RunState =
  | { readonly state: "runs" }
  | { readonly state: "not_on_pull_requests" | "disabled"; readonly why: string };

type Jobs = Readonly<Record<string, unknown>>;
type Results = ReadonlyMap<string, string>;

const RUNS: RunState = { state: "runs" };
// These are asked even where a needed job was skipped; anything else skips the job as well.
const ASKED_ANYWAY = /\b(always|cancelled|failure)\s*\(/i;

/** Whether a job can run, by its own condition and by those of the jobs that it needs. */
export function jobState(jobs: Jobs, id: string, events: readonly string[]): RunState {
  return stateOf({ jobs, events, seen: [] }, id);
}

/** Whether a condition lets a job or a step run: never, not on these pull request events, or perhaps. */
export function stateByCondition(
  value: unknown,
  events: readonly string[],
  results: Results = new Map(),
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

type Asked = {
  readonly jobs: Jobs;
  readonly events: readonly string[];
  /** The jobs on the way here, so that a circle of needs ends. */
  readonly seen: readonly string[];
};

function stateOf(asked: Asked, id: string): RunState {
  const job = recordOf(asked.jobs[id]);
  const way = { ...asked, seen: [...asked.seen, id] };
  const skipped = listOf(job["needs"]).flatMap((need) => {
    if (way.seen.includes(need)) return [];
    const needed = stateOf(way, need);
    return needed.state === "runs" ? [] : [{ need, needed }];
  });
  const results = new Map(skipped.map(({ need }) => [`needs.${need}.result`, "skipped"]));
  const own = stateByCondition(job["if"], asked.events, results);
  const first = skipped[0];
  if (own.state !== "runs" || !first) return own;
  if (ASKED_ANYWAY.test(conditionText(job["if"]) ?? "")) return RUNS;
  const why = `it needs the job ${first.need}, which is skipped (${first.needed.why})`;
  return { state: first.needed.state, why };
}
