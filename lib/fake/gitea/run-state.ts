import type { FakeConclusion, FakeJob, FakeRun } from "../store.ts";

/** The forge's own word for how a run or a job stands. */
export type RunWord = "waiting" | "running" | FakeConclusion;

export type RunState = { word: RunWord; startedAt: string | null; stoppedAt: string | null };

export function stateOfJob({ status, conclusion, startedAt, completedAt }: FakeJob): RunState {
  if (status === "completed") {
    return { word: conclusion ?? "success", startedAt, stoppedAt: completedAt };
  }
  return { word: status === "queued" ? "waiting" : "running", startedAt, stoppedAt: null };
}

/** How a run stands follows from its jobs: it is over when they all are, and one that failed decides. */
export function stateOfRun({ jobs }: FakeRun): RunState {
  const states = jobs.map(stateOfJob);
  const word = wordOf(states.map((state) => state.word));
  const moments = (of: (state: RunState) => string | null) =>
    states.flatMap((state) => of(state) ?? []).toSorted();
  const isOver = word !== "waiting" && word !== "running";
  return {
    word,
    startedAt: moments(({ startedAt }) => startedAt)[0] ?? null,
    stoppedAt: (isOver && moments(({ stoppedAt }) => stoppedAt).at(-1)) || null,
  };
}

function wordOf(words: readonly RunWord[]): RunWord {
  if (words.every((word) => word === "waiting")) return "waiting";
  if (words.some((word) => word === "waiting" || word === "running")) return "running";
  if (words.includes("failure")) return "failure";
  if (words.includes("cancelled")) return "cancelled";
  return words.every((word) => word === "skipped") ? "skipped" : "success";
}

/** Gitea's pair of words, which it took from another forge: `waiting` there means something else. */
export function pairOf(word: RunWord): { status: string; conclusion?: string } {
  if (word === "waiting") return { status: "queued" };
  return word === "running" ? { status: "in_progress" } : { status: "completed", conclusion: word };
}

/** The states that a filter by status asks for; null where the forge does not know the word. */
export function askedOf(status: string): readonly RunWord[] | null {
  return ASKED[status] ?? null;
}

const ASKED: Readonly<Record<string, readonly RunWord[]>> = {
  // Blocked ones, of which the store has none.
  pending: [],
  waiting: [],
  requested: [],
  action_required: [],
  queued: ["waiting"],
  in_progress: ["running"],
  completed: ["success", "failure", "skipped", "cancelled"],
  failure: ["failure"],
  success: ["success"],
  skipped: ["skipped"],
  neutral: ["skipped"],
  cancelled: ["cancelled"],
  timed_out: ["cancelled"],
};
