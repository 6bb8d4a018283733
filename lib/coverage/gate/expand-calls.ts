import type { Finding } from "./finding.ts";
import { GATE_KINDS, type Gate } from "./gate.ts";
import type { WorkflowSource } from "./parse-workflow.ts";
import { planOf } from "./plan-of.ts";
import { readJob } from "./read-job.ts";

const DEPTH_MAX = 10;
const GATES_MAX = 2000;

/** The jobs of a file that no caller starts, and behind each that calls another file the jobs of that file as `caller / callee`; a call that cannot be followed is a finding of the job. Source: reusable workflows of GitHub Actions, which Gitea follows. */
export function expandCalls(files: readonly WorkflowSource[]): readonly Gate[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const called = new Set(files.flatMap(callsOf));
  const left = { gates: GATES_MAX };
  const fileAt = (path: string) => byPath.get(path);
  return files.flatMap((file) => {
    const plan = planOf(file, { caller: null, isCalled: called.has(file.path), fileAt });
    return file.jobs.flatMap(({ id, pair }) =>
      withCallees(readJob(plan, id, pair.key), [file.path], byPath, left),
    );
  });
}

function callsOf(file: WorkflowSource): readonly string[] {
  const plan = file.root["jobs"];
  const jobs: readonly unknown[] =
    typeof plan === "object" && plan !== null ? Object.values(plan) : [];
  return jobs.flatMap((job) => {
    const uses = typeof job === "object" && job !== null && "uses" in job ? job.uses : null;
    return typeof uses === "string" ? [localPath(uses) ?? ""] : [];
  });
}

/** The file of the same repository that a `uses` names; null where it names another's. */
const localPath = (uses: string): string | null => /^\.\/(?:\.\/)*([^@]+)$/.exec(uses)?.[1] ?? null;

function withCallees(
  caller: Gate,
  way: readonly string[],
  byPath: ReadonlyMap<string, WorkflowSource>,
  left: { gates: number },
): readonly Gate[] {
  if (caller.calls === null) return [caller];
  const path = localPath(caller.calls);
  const file = path === null ? undefined : byPath.get(path);
  const why = whyNot(caller.calls, file, way, left.gates);
  if (why !== null || !file) return [unfollowed(caller, why ?? "")];
  const plan = planOf(file, { caller, isCalled: false, fileAt: (at) => byPath.get(at) });
  const own = file.jobs.flatMap(({ id, pair }) => {
    left.gates -= 1;
    return left.gates < 0
      ? []
      : withCallees(readJob(plan, id, pair.key), [...way, file.path], byPath, left);
  });
  return [standingFor(caller, own), ...own];
}

function whyNot(
  uses: string,
  file: WorkflowSource | undefined,
  way: readonly string[],
  left: number,
): string | null {
  if (!file)
    return localPath(uses) === null
      ? "it lies in another repository."
      : "no such file that can be read is in the directory that decides.";
  if (way.includes(file.path)) return "it calls itself.";
  return way.length > DEPTH_MAX || left <= 0 ? "too many calls lead here." : null;
}

function unfollowed(caller: Gate, why: string): Gate {
  const { workflow, job, line } = caller;
  const message = `The workflow that it calls cannot be read: ${caller.calls}: ${why}`;
  const finding: Finding = { kind: "unreadable_call", workflow, job, line, message };
  return { ...caller, findings: [...caller.findings, finding] };
}

const STRENGTH = [...GATE_KINDS].filter((kind) => kind !== "other");
const ORDER = ["e2e", "smoke", "integration", ...STRENGTH, "other"];

/** A job that calls a file is what the strongest of that file's jobs is, and masked when all of them are that could be. */
export function standingFor(caller: Gate, callees: readonly Gate[]): Gate {
  const [strongest] = callees.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  if (!strongest) return caller;
  const alike = callees.filter(({ kind }) => kind === strongest.kind);
  const masked = strongest.kind !== "other" && alike.every((gate) => gate.masked);
  return {
    ...caller,
    kind: strongest.kind,
    masked,
    maskReason: masked ? strongest.maskReason : null,
  };
}
