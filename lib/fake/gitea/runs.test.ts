import { describe, expect, test } from "vitest";
import { asking, CORE, jobOf, runOf, skinnedStore } from "./testing/skinned.ts";

type Run = {
  id: number;
  status: string;
  conclusion?: string;
  head_branch?: string;
  path: string;
  completed_at: string;
  actor: { id: number; login: string };
  pull_requests: { number: number }[];
};
type Runs = { total_count: number; workflow_runs: Run[] };
type Job = { id: number; status: string; steps: { status: string; conclusion?: string }[] | null };
type Jobs = { total_count: number; jobs: Job[] };

const F16 = "16.0.1+gitea-1.22.0";
const F11 = "11.0.3+gitea-1.22.0";
const forge = (version = "1.27.0") => asking(skinnedStore(version));

describe("runs", () => {
  test.each([
    ["1.25.5", "/actions/runs", null, false],
    ["1.25.5", "/actions/jobs", null, false],
    ["1.25.5", "/actions/tasks", null, false],
    ["1.26.4", "/actions/runs", "3", true],
    ["1.27.0", "/actions/runs/103/jobs", "2", true],
    ["1.27.0", "/actions/tasks", "2", true],
    [F16, "/actions/runs", null, false],
    [F16, "/actions/tasks", null, false],
  ])("of %s%s have their count in a header: %s, and links: %s", (version, path, total, hasLink) => {
    const { headers } = forge(version).ask(`${CORE}${path}?limit=1`);
    expect([headers.get("x-total-count"), headers.has("link")]).toEqual([total, hasLink]);
  });

  test("come newest first in an envelope with their count, and past the end there are none", async () => {
    const { read } = forge();
    const first = await read<Runs>(`${CORE}/actions/runs?limit=2`);
    expect([first.total_count, first.workflow_runs.map(({ id }) => id)]).toEqual([3, [103, 102]]);
    const behind = await read<Runs>(`${CORE}/actions/runs?limit=2&page=9`);
    expect(behind).toEqual({ total_count: 3, workflow_runs: [] });
  });

  test("one that waits is queued, one that is over has a conclusion, and what never came is 1970", async () => {
    const { workflow_runs: runs } = await forge().read<Runs>(`${CORE}/actions/runs`);
    expect(runs.map(({ status, conclusion }) => [status, conclusion])).toEqual([
      ["completed", "failure"],
      ["in_progress", undefined],
      ["queued", undefined],
    ]);
    expect(runs[2]?.completed_at).toBe("1970-01-01T00:00:00Z");
  });

  test("one of a pull request names no branch but the request's own ref", async () => {
    const { workflow_runs: runs } = await forge().read<Runs>(`${CORE}/actions/runs`);
    const [ofPush, ofPull] = runs;
    expect([ofPush?.head_branch, ofPush?.path]).toEqual(["main", "ci.yml@refs/heads/main"]);
    expect([ofPull?.head_branch, ofPull?.path]).toEqual([undefined, "ci.yml@refs/pull/2613/head"]);
    const { total_count: count } = await forge().read<Runs>(`${CORE}/actions/runs?branch=main`);
    expect(count).toBe(2);
  });

  test.each([
    ["1.27.0", "gitea-actions"],
    ["1.25.5", "gitea-actions"],
  ])("a timer's on %s was started by %s, an account without a row", async (version, login) => {
    const { workflow_runs: runs } = await forge(version).read<Runs>(`${CORE}/actions/runs`);
    expect(runs[2]?.actor).toMatchObject({ id: -2, login });
  });

  test("say their pull requests unless asked not to, from 1.27 on", async () => {
    const { read } = forge();
    const of = async (query: string) =>
      (await read<Runs>(`${CORE}/actions/runs${query}`)).workflow_runs[1]?.pull_requests;
    expect((await of(""))?.map(({ number }) => number)).toEqual([2613]);
    expect(await of("?exclude_pull_requests=true")).toEqual([]);
    const older = await forge("1.25.5").read<Runs>(`${CORE}/actions/runs`);
    expect(older.workflow_runs[1]).not.toHaveProperty("pull_requests");
  });

  test.each([
    ["?status=completed&status=queued", 200, [103, 101]],
    [`?head_sha=${"b".repeat(40)}`, 200, [103, 101]],
    ["?event=pull_request", 200, [102]],
    ["?status=waiting", 200, []],
    ["?status=done", 400, null],
    ["?actor=nobody", 500, null],
  ])("the filter %s answers %i with %j", async (query, status, ids) => {
    const answer = forge().ask(`${CORE}/actions/runs${query}`);
    const runs = ((await answer.json()) as Partial<Runs>).workflow_runs;
    expect([answer.status, runs?.map(({ id }) => id) ?? null]).toEqual([status, ids]);
  });

  test.each([
    [["success", "skipped"], "success"],
    [["skipped", "skipped"], "skipped"],
    [["success", "cancelled"], "cancelled"],
    [["cancelled", "failure"], "failure"],
  ] as const)("jobs that ended as %j make one that ended as %s", async (ends, conclusion) => {
    const { core, read } = forge();
    const jobs = ends.map((end, index) => jobOf({ id: 50 + index, conclusion: end }));
    core.runs.push(runOf({ id: 150, jobs }));
    expect(await read(`${CORE}/actions/runs/150`)).toMatchObject({
      status: "completed",
      conclusion,
    });
  });
});

describe("jobs", () => {
  test("of all runs come oldest first, and 1.27 can turn that", async () => {
    const ids = async (version: string, query: string) =>
      (await forge(version).read<Jobs>(`${CORE}/actions/jobs${query}`)).jobs.map(({ id }) => id);
    expect(await ids("1.27.0", "")).toEqual([1, 2, 4, 5]);
    expect(await ids("1.27.0", "?sort=id&order=desc")).toEqual([5, 4, 2, 1]);
    expect(await ids("1.25.5", "?sort=id&order=desc")).toEqual([1, 2, 4, 5]);
  });

  test.each([
    ["1.25.5", ["failure", "failure"]],
    ["1.27.0", ["success", "failure"]],
  ])("on %s steps are told to have ended as %j", async (version, ends) => {
    const { jobs } = await forge(version).read<Jobs>(`${CORE}/actions/runs/103/jobs`);
    expect(jobs[0]?.steps?.map(({ conclusion }) => conclusion)).toEqual(ends);
  });

  test("their moments are of UTC where the server's others are not, and one that was skipped has none", async () => {
    const { store, read } = forge();
    store.utcOffsetMinutes = 120;
    const { jobs } = await read<Jobs>(`${CORE}/actions/runs/103/jobs`);
    expect(jobs).toMatchObject([
      { started_at: "2026-06-12T10:00:00Z" },
      { started_at: "1970-01-01T00:00:00Z", steps: [] },
    ]);
    const run = await read<{ started_at: string }>(`${CORE}/actions/runs/103`);
    expect(run.started_at).toBe("2026-06-12T12:00:00+02:00");
  });

  test("of a run that is not there are not there either", () => {
    expect(forge().ask(`${CORE}/actions/runs/9/jobs`).status).toBe(404);
    expect(forge(F16).ask(`${CORE}/actions/runs/9/jobs`).status).toBe(404);
  });
});

test.each(["1.25.5", "1.27.0", F11, F16])(
  "the tasks of %s are the jobs that a runner took, newest first, under the name of runs",
  async (version) => {
    type Tasks = { workflow_runs: { id: number; status: string; head_branch: string }[] };
    const { workflow_runs: tasks } = await forge(version).read<Tasks>(`${CORE}/actions/tasks`);
    expect(tasks.map(({ id, status, head_branch }) => [id, status, head_branch])).toEqual([
      [4, "failure", "main"],
      [2, "running", "#2613"],
    ]);
  },
);

describe("Forgejo", () => {
  type ForgejoRuns = { total_count: number; workflow_runs: Record<string, unknown>[] };

  test("has other names for what a run is, one word for how it stands, and the year 1 for never", async () => {
    const { total_count: total, workflow_runs: runs } = await forge(F16).read<ForgejoRuns>(
      `${CORE}/actions/runs`,
    );
    expect(total).toBe(3);
    expect(runs).toMatchObject([
      {
        id: 103,
        index_in_repo: 3,
        commit_sha: "b".repeat(40),
        prettyref: "main",
        status: "failure",
      },
      { id: 102, prettyref: "#2613", status: "running", stopped: "0001-01-01T00:00:00Z" },
      { id: 101, status: "waiting", trigger_user: { id: -2, login: "forgejo-actions" } },
    ]);
    expect(runs[0]).not.toHaveProperty("conclusion");
  });

  test("gives the jobs of a run all at once, as a bare list without moments", async () => {
    const { core, read } = forge(F16);
    const jobs = Array.from({ length: 70 }, (_, index) => jobOf({ id: 200 + index }));
    core.runs.push(runOf({ id: 150, jobs }));
    const rows = await read<object[]>(`${CORE}/actions/runs/150/jobs?limit=5`);
    expect(rows).toHaveLength(70);
    expect(rows[0]).not.toHaveProperty("started_at");
  });

  test.each([
    ["?status=failure&status=waiting", 200, [103, 101]],
    ["?event=pull_request", 200, [102]],
    ["?run_number=2", 200, [102]],
    ["?ref=refs/heads/main", 200, [103, 101]],
    ["?status=completed", 400, null],
  ])("filters runs by %s: %i with %j", async (query, status, ids) => {
    const answer = forge(F16).ask(`${CORE}/actions/runs${query}`);
    const runs = ((await answer.json()) as Partial<ForgejoRuns>).workflow_runs;
    expect([answer.status, runs?.map(({ id }) => id) ?? null]).toEqual([status, ids]);
  });
});
