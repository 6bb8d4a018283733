import { asksStatus, conditionHolds, conditionText } from "../../condition.ts";
import type { Before, Contexts, Value } from "../../expression/value.ts";
import { listOf, recordOf } from "../../read-triggers.ts";

export type JobEnd = "success" | "failure" | "skipped";

/** The jobs of one workflow file by id, those that are needed before those that need them. */
export type Jobs = {
  readonly byId: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  readonly order: readonly string[];
  /** The event that is looked at, `pull_request` in most cases. */
  readonly event: string;
};

/** The jobs of a file in an order in which each comes after what it needs; a need that closes a circle is passed over. */
export function jobsOf(jobs: Readonly<Record<string, unknown>>, event: string): Jobs {
  const byId = new Map(Object.keys(jobs).map((id) => [id, recordOf(jobs[id])]));
  const order: string[] = [];
  const met = new Set<string>();
  for (const root of byId.keys()) {
    const open: { readonly id: string; readonly done: boolean }[] = [{ id: root, done: false }];
    for (let top = open.pop(); top; top = open.pop()) {
      if (top.done) order.push(top.id);
      else if (byId.has(top.id) && !met.has(top.id)) {
        met.add(top.id);
        open.push({ id: top.id, done: true });
        for (const need of listOf(byId.get(top.id)?.["needs"]))
          open.push({ id: need, done: false });
      }
    }
  }
  return { byId, order, event };
}

/** How each job ends when one of them fails, or is skipped, and all else goes well; a condition that cannot be told lets its job run. Source: `needs` and the status functions of GitHub Actions, which Gitea follows. */
export function jobEnds(
  jobs: Jobs,
  odd: { readonly id: string; readonly end: "failure" | "skipped" },
): ReadonlyMap<string, JobEnd> {
  const ends = new Map<string, JobEnd>();
  const below = new Set<string>();
  for (const id of jobs.order) {
    const job = jobs.byId.get(id) ?? {};
    const needs = listOf(job["needs"]);
    if (needs.some((need) => below.has(need) || (need === odd.id && odd.end === "failure")))
      below.add(id);
    const before = beforeOf(ends, needs, below.has(id) && !toleratesFailure(jobs, odd.id));
    const runs = startsAfter(job, before, contextsOf(jobs, needs, ends)) !== false;
    // Whatever its condition: a job that failed has run.
    ends.set(id, id === odd.id ? odd.end : runs ? "success" : "skipped");
  }
  return ends;
}

/** Whether a job starts, given how those before it ended; null when that cannot be told. */
export function startsAfter(
  job: Readonly<Record<string, unknown>>,
  before: Before,
  contexts: Contexts,
): boolean | null {
  const text = conditionText(job["if"]);
  if (!asksStatus(text) && before !== "success") return false;
  return text === null ? true : conditionHolds(text, contexts, before);
}

/** What went before a job: a failure anywhere above it, else a skipped need, else success. */
export function beforeOf(
  ends: ReadonlyMap<string, JobEnd>,
  needs: readonly string[],
  failedAbove: boolean,
): Before {
  if (failedAbove) return "failure";
  return needs.some((need) => ends.get(need) === "skipped") ? "skipped" : "success";
}

/** Whether a job says of itself that its failure is to count as success to whoever needs it. */
export function toleratesFailure(jobs: Jobs, id: string): boolean {
  const text = conditionText(jobs.byId.get(id)?.["continue-on-error"]);
  return (
    text !== null && conditionHolds(text, new Map([["github.event_name", jobs.event]])) === true
  );
}

/** What a job can read of the jobs that it needs. */
export function contextsOf(
  jobs: Jobs,
  needs: readonly string[],
  ends: ReadonlyMap<string, JobEnd>,
): Contexts {
  const results = needs.map((need) => {
    const end = ends.get(need) ?? "success";
    return [need, end === "failure" && toleratesFailure(jobs, need) ? "success" : end] as const;
  });
  const whole = Object.fromEntries(
    results.map(([need, result]) => [need, { result, outputs: {} }]),
  );
  const values: (readonly [string, Value])[] = [
    ["github.event_name", jobs.event],
    ["needs.*.result", results.map(([, result]) => result)],
    ["needs", JSON.stringify(whole, null, 2)],
    ...results.map(([need, result]) => [`needs.${need}.result`, result] as const),
  ];
  return new Map(values);
}

/** All jobs that a job waits for, directly or through others. */
export function ancestorsOf(jobs: Jobs, id: string): ReadonlySet<string> {
  const met = new Set<string>();
  const open = [...listOf(jobs.byId.get(id)?.["needs"])];
  for (let need = open.pop(); need !== undefined; need = open.pop()) {
    if (met.has(need) || !jobs.byId.has(need) || need === id) continue;
    met.add(need);
    for (const above of listOf(jobs.byId.get(need)?.["needs"])) open.push(above);
  }
  return met;
}
