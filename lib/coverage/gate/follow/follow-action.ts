import { parse } from "yaml";
import type { Gate, GateRun, Selection } from "../gate.ts";
import { stateByCondition } from "../job-state.ts";
import { listOf, PULL_REQUEST, recordOf } from "../read-triggers.ts";
import type { FollowedRun } from "./follow-run.ts";
import { emptyTrail, followScript, type Trail } from "./follow-step.ts";
import type { Fields } from "./job-around.ts";
import { type Contexts, fillExpressions, fillRecord } from "./matrix-variants.ts";
import { prefixOf } from "./pick.ts";
import { repositoryPath } from "./repository-path.ts";
import type { Script } from "./script.ts";
import type { Reading } from "./source-tree.ts";

type Asked = {
  readonly gate: Gate;
  readonly steps: readonly Fields[];
  readonly lines: readonly number[];
  readonly reading: Reading;
};

const DEPTH_MAX = 4;
const CONTINUES = "the step has continue-on-error";

/** What the composite actions of the same repository run that a job uses, one run for each step that uses one and leads to something. */
export function followActions({ gate, steps, lines, reading }: Asked): readonly FollowedRun[] {
  const own = PULL_REQUEST.filter((name) => gate.triggers.includes(name));
  return steps.flatMap((step, at) => {
    const [uses = ""] = listOf(step["uses"]);
    const { state } = stateByCondition(step["if"], own.length > 0 ? own : PULL_REQUEST);
    const isOff = state === "disabled" || (state !== "runs" && gate.runsOnPullRequest);
    if (!uses.startsWith("./") || isOff) return [];
    const line = lines[at] ?? 1;
    const trail = emptyTrail();
    const given = fillRecord(step["with"], new Map());
    followOne({ uses, given, line, reading, trail, depth: 0 });
    if (Object.values(trail).every((part) => part.length === 0)) return [];
    const masked = step["continue-on-error"] === true ? CONTINUES : null;
    const selections = trail.selections.map((each) => ({
      ...each,
      maskReason: masked ?? each.maskReason,
    }));
    const place = { text: "", line, workingDirectory: "", maskReason: masked };
    const run: GateRun = { ...place, selections, lints: trail.lints };
    const { ran, unresolved, skips } = trail;
    return [{ run, ran, unresolved, skips }];
  });
}

type One = {
  readonly uses: string;
  readonly given: Contexts;
  readonly line: number;
  readonly reading: Reading;
  readonly trail: Trail;
  readonly depth: number;
};

function followOne(one: One): void {
  const { uses, given, line, reading, trail, depth } = one;
  const folder = repositoryPath("", uses.slice(2));
  const names = folder === null ? [] : ["action.yml", "action.yaml"];
  const path = names.map((name) => prefixOf(folder ?? "") + name).find(reading.tree.has);
  const text = path === undefined ? null : reading.text(path);
  if (path === undefined || !text?.known || depth > DEPTH_MAX) return;
  const action = actionOf(text.value);
  const contexts = new Map(
    [...usualInputs(action), ...given].map(([name, value]) => [`inputs.${name}`, value]),
  );
  const steps = recordOf(action["runs"])["steps"];
  for (const step of (Array.isArray(steps) ? steps : []).map(recordOf)) {
    const [inner = ""] = listOf(step["uses"]);
    if (inner.startsWith("./")) {
      followOne({
        ...one,
        uses: inner,
        given: fillRecord(step["with"], contexts),
        depth: depth + 1,
      });
    }
    const [run] = listOf(step["run"]);
    if (run === undefined) continue;
    const place = { path, line: lineOf(text.value, run) };
    const script = scriptOf(step, run, contexts);
    const followed = followScript({ ...script, place, via: [place] }, reading, line);
    const from = (each: Selection): Selection =>
      each.via.length > 0 ? each : { ...each, via: [place] };
    trail.selections.push(...followed.selections.map(from));
    trail.lints.push(...followed.lints.map(from));
    trail.unresolved.push(...followed.unresolved);
    trail.ran.push(...followed.ran);
    trail.skips.push(...followed.skips);
  }
}

function scriptOf(step: Fields, run: string, contexts: Contexts): Omit<Script, "place" | "via"> {
  const [directory = "."] = listOf(step["working-directory"]);
  return {
    text: fillExpressions(run, contexts),
    directory: repositoryPath("", fillExpressions(directory, contexts)),
    environment: fillRecord(step["env"], contexts),
    args: [],
    file: null,
    mask: step["continue-on-error"] === true ? CONTINUES : null,
    errexit: true,
    pipefail: (listOf(step["shell"])[0] ?? "").includes("bash"),
  };
}

function usualInputs(action: Fields): readonly (readonly [string, string])[] {
  return Object.entries(recordOf(action["inputs"])).flatMap(([name, input]) => {
    const value = recordOf(input)["default"];
    const isPlain = /^(string|number|boolean)$/.test(typeof value);
    return isPlain ? [[name, `${value as string | number | boolean}`] as const] : [];
  });
}

function actionOf(text: string): Fields {
  try {
    return recordOf(parse(text, { maxAliasCount: 100 }));
  } catch {
    return {};
  }
}

/** The line in which a script of several lines begins, by its first one. */
function lineOf(text: string, run: string): number {
  const first = run.split("\n").find((line) => line.trim() !== "");
  const at = first === undefined ? -1 : text.indexOf(first.trim());
  return at < 0 ? 1 : text.slice(0, at).split("\n").length;
}
