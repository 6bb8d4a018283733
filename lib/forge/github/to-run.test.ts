import { expect, test } from "vitest";
import { Run } from "./rest-schema.ts";
import { toJobs, toRun } from "./to-run.ts";

const row = (changed: object) =>
  Run.parse({
    id: 30_433_642,
    name: "Build",
    path: ".github/workflows/ci.yml",
    display_title: "fix: a cart",
    run_number: 562,
    run_attempt: 2,
    event: "push",
    head_sha: "a".repeat(40),
    head_branch: "main",
    status: "completed",
    conclusion: "success",
    created_at: "2026-06-01T00:00:00Z",
    run_started_at: "2026-06-01T00:00:05Z",
    updated_at: "2026-06-01T00:01:00Z",
    html_url: "https://code.example/o/r/actions/runs/30433642",
    ...changed,
  });

test.each([
  ["completed", "success", "success"],
  ["completed", "timed_out", "failure"],
  ["completed", "startup_failure", "failure"],
  ["completed", "action_required", "failure"],
  ["completed", "stale", "cancelled"],
  ["completed", null, "neutral"],
  ["in_progress", null, "pending"],
  ["waiting", null, "pending"],
  ["requested", null, "pending"],
])("a run that is %s with %s is %s, and ended only if it is over", (status, conclusion, state) => {
  const run = toRun(row({ status, conclusion }));
  const endedAt = state === "pending" ? null : new Date("2026-06-01T00:01:00Z");
  expect(run).toMatchObject({ known: true, value: { state, endedAt, attempt: 2 } });
});

test.each([
  [".github/workflows/ci.yml", ".github/workflows/ci.yml"],
  [".github/workflows/ci.yml@main", ".github/workflows/ci.yml"],
  ["o/r/.github/workflows/ci.yml@refs/heads/a@b", ".github/workflows/ci.yml"],
  ["dynamic/scanning/of-code", "dynamic/scanning/of-code"],
  [null, "Build"],
  ["", "Build"],
])("the path %s is the workflow %s", (path, workflow) => {
  expect(toRun(row({ path }))).toMatchObject({ value: { workflow } });
});

test("an end that we do not know is unknown, of a run as of a step", () => {
  expect(toRun(row({ conclusion: "great" }))).toMatchObject({ known: false });
  const job = { id: "1", name: "unit", status: "completed", conclusion: "success" };
  const times = { started_at: null, completed_at: null };
  const steps = [{ name: "run", status: "completed", conclusion: "great" }];
  expect(toJobs("7", [{ ...job, ...times, steps }])).toEqual({
    known: false,
    why: 'The forge says that it ended as "great", which is no end that we know.',
  });
});
