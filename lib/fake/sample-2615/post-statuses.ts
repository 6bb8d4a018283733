import { parse } from "yaml";
import type { FakePullRequest, FakeStatus, FakeStatusState } from "../store.ts";

/** Where the forge's rule and what happened differ. */
export type StatusRow = {
  /** The number of a pull request. */
  pull: number;
  on: "head" | "merge";
  context: string;
  /** What it said, one after the other; nothing where it never reported. */
  said: readonly FakeStatusState[];
};

type Rows = {
  readonly name: string;
  /** File name to text, as of the tip. */
  readonly workflows: Readonly<Record<string, string>>;
  /** `workflow / job` and the moment since which there is such a job; all others were always there. */
  readonly jobsSince: Readonly<Record<string, string>>;
  readonly statuses: readonly StatusRow[];
};

type Event = "pull_request" | "push";
type Job = { readonly file: string; readonly context: string; readonly since: string };
type Commit = {
  readonly sha: string;
  readonly event: Event;
  /** Whose files decide which jobs there are. */
  readonly filesAt: string;
  readonly ranAt: string;
};

/** Of a commit, what every job says that its event starts: success, but for the exceptions. As the forge's own jobs do it: `pull_request` on heads, `push` on what reaches the default branch, nothing for schedules. */
export function postStatuses(
  rows: Rows,
  pulls: readonly FakePullRequest[],
  pushes: readonly { sha: string; at: string }[],
): Map<string, FakeStatus[]> {
  const jobs = { pull_request: jobsOf(rows, "pull_request"), push: jobsOf(rows, "push") };
  const statuses = new Map<string, FakeStatus[]>();
  const post = (commit: Commit, exceptions: readonly StatusRow[]) => {
    const due = jobs[commit.event].filter(({ since }) => since <= commit.filesAt);
    const run = `/molecule-ai/${rows.name}/actions/runs/${statuses.size + 1}/jobs`;
    const said = [...due, ...strangers(due, exceptions)].flatMap((job, index) =>
      statusesOf({ job, commit, exceptions, targetUrl: `${run}/${index}` }),
    );
    if (said.length > 0) statuses.set(commit.sha, said);
  };
  const onBranch = (sha: string, at: string): Commit => {
    return { sha, event: "push", filesAt: at, ranAt: between(at, at, MINUTES) };
  };
  for (const { number, headSha, mergeSha, mergedAt, closedAt, createdAt } of pulls) {
    const of = (on: StatusRow["on"]) =>
      rows.statuses.filter((row) => row.pull === number && row.on === on);
    // The jobs of a head are those of its own files, which it brings into the branch when it is merged.
    const filesAt = closedAt ?? createdAt;
    const ranAt = between(createdAt, filesAt, closedAt === null ? MINUTES : 0);
    post({ sha: headSha, event: "pull_request", filesAt, ranAt }, of("head"));
    if (mergeSha && mergedAt) post(onBranch(mergeSha, mergedAt), of("merge"));
  }
  for (const { sha, at } of pushes) post(onBranch(sha, at), []);
  return statuses;
}

const MINUTES = 7;

/** The middle of two moments, so many minutes later. */
function between(from: string, to: string, minutes: number): string {
  const middle = (Date.parse(from) + Date.parse(to)) / 2000;
  return new Date((Math.floor(middle) + minutes * 60) * 1000).toISOString().replace(".000Z", "Z");
}

function jobsOf({ workflows, jobsSince }: Rows, event: Event): Job[] {
  return Object.entries(workflows).flatMap(([file, text]) => {
    const { name, on, jobs } = parse(text) as Workflow;
    if (!(event in on)) return [];
    return Object.entries(jobs).map(([id, job]) => {
      const label = `${name} / ${job.name ?? id}`;
      return { file, context: `${label} (${event})`, since: jobsSince[label] ?? "" };
    });
  });
}

type Workflow = {
  name: string;
  on: Record<string, unknown>;
  jobs: Record<string, { name?: string }>;
};

/** Contexts of the exceptions that no job of today posts. */
const strangers = (due: readonly Job[], exceptions: readonly StatusRow[]): Job[] =>
  exceptions
    .filter(({ context }) => due.every((job) => job.context !== context))
    .map(({ context }) => ({ file: "ci.yml", context, since: "" }));

type Asked = {
  readonly job: Job;
  readonly commit: Commit;
  readonly exceptions: readonly StatusRow[];
  readonly targetUrl: string;
};

function statusesOf({ job, commit, exceptions, targetUrl }: Asked): FakeStatus[] {
  const found = exceptions.find(({ context }) => context === job.context);
  return (found?.said ?? ["success"]).map((state) => ({
    context: job.context,
    state,
    at: commit.ranAt,
    description: DESCRIPTIONS[state],
    targetUrl,
    creator: null,
    workflow: job.file,
  }));
}

const DESCRIPTIONS: Readonly<Record<FakeStatusState, string>> = {
  success: "Successful in 2m14s",
  failure: "Failing after 1m37s",
  pending: "Waiting to run",
  skipped: "Skipped",
  error: "",
  warning: "",
};
