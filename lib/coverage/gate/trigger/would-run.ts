import { heldByFiles } from "../changed-files/by-files.ts";
import { decidingPattern } from "../filter-glob.ts";
import type { Gate } from "../gate.ts";
import type { ForgeKind } from "../workflow-directory.ts";
import {
  BEFORE_MERGE,
  type FilterLine,
  firesBeforeMerge,
  PULL_REQUEST,
  type Trigger,
} from "./trigger.ts";

/** What a change is, as far as it is known; `branch` is the one that it goes to. */
export type Change = {
  readonly branch: string | null;
  /** Null for whatever event of a pull request starts the gate. */
  readonly event: string | null;
  readonly forge?: ForgeKind;
};

export type WouldRun = {
  readonly answer: "yes" | "no" | "unclear";
  readonly why: string;
  /** The line of the filter or condition that decides; null where none does. */
  readonly line: number | null;
};

type Asked = Pick<
  Gate,
  "workflow" | "starts" | "condition" | "fileConditions" | "line" | "findings"
>;

const FILES_OF_GITHUB = 300;

/** Whether a gate runs for a change of these files, with the filter that decides; `unclear` where it hangs on what only a run knows. Source: the filters of `on` and the conditions of jobs, the same on GitHub and on Gitea but for the number of files that are looked at. */
export function wouldRun(gate: Asked, files: readonly string[], change: Change): WouldRun {
  const events = change.event === null ? PULL_REQUEST : [change.event];
  const triggers = gate.starts.filter(({ event }) => events.includes(event));
  if (triggers.length === 0)
    return { answer: "no", why: `Nothing starts it on ${events[0]}.`, line: null };
  const starts = triggers.map((trigger) => startedBy(trigger, files, change));
  const best =
    starts.find(({ answer }) => answer === "yes") ??
    starts.find(({ answer }) => answer === "unclear") ??
    starts[0];
  if (!best || best.answer === "no") return best ?? NO;
  return byCondition(gate, files, events, change, best);
}

const NO: WouldRun = { answer: "no", why: "Nothing starts it.", line: null };

function byCondition(
  gate: Asked,
  files: readonly string[],
  events: readonly string[],
  { branch }: Change,
  started: WouldRun,
): WouldRun {
  const off = gate.findings.find(({ kind, line }) => kind === "disabled" && line === gate.line);
  if (off) return { answer: "no", why: off.message, line: off.line };
  const base = branch === null ? [] : [["github.base_ref", branch] as const];
  const contexts = events.map((event) => new Map([["github.event_name", event], ...base]));
  const { condition, fileConditions = [] } = gate;
  const own = fileConditions.find(({ job }) => job === null);
  const written = own ?? { job: null, text: condition ?? "true", outputs: [] };
  const held = heldByFiles(gate.workflow, written, files, contexts);
  const line = held.line ?? gate.line;
  if (held.holds === false) return { answer: "no", why: held.why, line };
  // Only a job that is certainly skipped takes this one along.
  for (const before of fileConditions.filter(({ job }) => job !== null)) {
    const { holds, why, line: at } = heldByFiles(gate.workflow, before, files, contexts);
    const skipped = `It needs the job ${before.job}, which is skipped (${why}).`;
    if (holds === false) return { answer: "no", why: skipped, line: at };
  }
  if (held.holds === null) return { answer: "unclear", why: held.why, line };
  return own && started.answer === "yes" ? { ...started, why: held.why, line } : started;
}

function startedBy(trigger: Trigger, files: readonly string[], change: Change): WouldRun {
  const { event, line, types } = trigger;
  if (PULL_REQUEST.includes(event) && !firesBeforeMerge(trigger)) {
    const why = `It starts only on ${(types ?? BEFORE_MERGE).join(", ")}.`;
    return { answer: "no", why, line };
  }
  const branch = byBranch(trigger, change.branch);
  if (branch.answer === "no") return branch;
  const path = byPaths(trigger, files, change.forge);
  if (path.answer === "no" || branch.answer === "yes") return path;
  return branch;
}

function byBranch(trigger: Trigger, branch: string | null): WouldRun {
  const { branches, branchesIgnore, line } = trigger;
  const [first] = [...branches, ...branchesIgnore];
  if (!first) return { answer: "yes", why: `It starts on ${trigger.event}.`, line };
  if (branch === null)
    return { answer: "unclear", why: "It is limited to some branches.", line: first.line };
  const taken = deciding(branches, branch);
  if (branches.length > 0 && !admits(taken))
    return excluded(taken ?? first, `the branch ${branch}`);
  const ignored = deciding(branchesIgnore, branch);
  if (admits(ignored)) return excluded(ignored ?? first, `the branch ${branch}`);
  return { answer: "yes", why: `It starts for ${branch}.`, line: taken?.line ?? line };
}

function byPaths(trigger: Trigger, files: readonly string[], forge?: ForgeKind): WouldRun {
  const { paths, pathsIgnore, line } = trigger;
  const [first] = [...paths, ...pathsIgnore];
  if (!first) return { answer: "yes", why: `It starts on ${trigger.event}.`, line };
  const counted = files.map((file) => {
    const taken = deciding(paths, file);
    const ignored = deciding(pathsIgnore, file);
    const counts = (paths.length === 0 || admits(taken)) && !admits(ignored);
    return { file, counts, by: counts ? taken : (ignored ?? taken) };
  });
  const met = counted.find(({ counts }) => counts);
  if (!met) return excluded(counted[0]?.by ?? first, "none of these files");
  const why = `${met.file} lets it start.`;
  // GitHub looks at the first 300 files of a change, in an order of its own.
  if (forge === "github" && files.length > FILES_OF_GITHUB)
    return { answer: "unclear", why: `GitHub looks at 300 files only; ${why}`, line: first.line };
  return { answer: "yes", why, line: met.by?.line ?? first.line };
}

function deciding(filters: readonly FilterLine[], value: string): FilterLine | undefined {
  const pattern = decidingPattern(
    filters.map((filter) => filter.pattern),
    value,
  );
  return filters.findLast((filter) => filter.pattern === pattern);
}

const admits = (filter: FilterLine | undefined): boolean =>
  filter !== undefined && !filter.pattern.startsWith("!");

function excluded({ pattern, line }: FilterLine, what: string): WouldRun {
  const why = what.startsWith("none")
    ? `Its filter lets ${what} start it: ${pattern}`
    : `Its filter leaves out ${what}: ${pattern}`;
  return { answer: "no", why, line };
}
