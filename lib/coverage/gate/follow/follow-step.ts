import { isTestFile } from "../../test/is-test-file.ts";
import type { Place, Selection } from "../gate.ts";
import { judgeScript } from "../mask/judge-script.ts";
import { followCommand } from "./follow-command.ts";
import { isBelow, type Picked, unclearPick } from "./pick.ts";
import { runShell } from "./run-shell.ts";
import type { Call, Script } from "./script.ts";
import type { World } from "./shell-state.ts";
import { type SkippedBy, skipsIn } from "./skips-in.ts";
import type { Reading } from "./source-tree.ts";

/** A command as it runs, wherever a job's step leads to it. */
export type Ran = { readonly words: readonly string[]; readonly selects: boolean };

/** All that following a script gave. */
export type Trail = {
  readonly selections: Selection[];
  readonly lints: Selection[];
  readonly unresolved: { readonly message: string; readonly via: readonly Place[] }[];
  readonly ran: Ran[];
  /** Where scripts on the way leave tests out and end well. */
  readonly skips: SkippedBy[];
};

export const emptyTrail = (): Trail => ({
  selections: [],
  lints: [],
  unresolved: [],
  ran: [],
  skips: [],
});

/** The pattern of what cannot be told at all. */
const OPEN = "…";
const DEPTH_MAX = 8;
const STEPS_MAX = 20_000;

type Walk = { readonly reading: Reading; readonly trail: Trail; steps: number; tooDeep: boolean };

/** Follows a script of a step through the files that it leads to, eight deep at most; a circle ends where it closes. */
export function followScript(script: Script, reading: Reading, line: number): Trail {
  const trail = emptyTrail();
  const walk: Walk = { reading, trail, steps: 0, tooDeep: false };
  runOne(script, walk, line, []);
  if (walk.tooDeep || walk.steps >= STEPS_MAX)
    trail.unresolved.push({ message: "it leads through more scripts than are followed", via: [] });
  return trail;
}

function runOne(script: Script, walk: Walk, line: number, way: readonly string[]): void {
  const world: World = {
    exists: (path) => walk.reading.tree.has(path) || walk.reading.tree.hasFolder(path),
    sourced: (path) => {
      const text = walk.reading.text(path);
      return text?.known ? text.value : null;
    },
    goOn: () => (walk.steps += 1) < STEPS_MAX,
    call: (call) => take(call, walk, line, way),
  };
  runShell(script, world);
  walk.trail.skips.push(...skipsIn(script));
}

function take(call: Call, walk: Walk, line: number, way: readonly string[]): void {
  const followed = followCommand(call, walk.reading);
  walk.trail.ran.push({ words: call.words, selects: (followed?.tests ?? []).length > 0 });
  if (followed === null) return;
  const { script } = call;
  // The step itself is where one starts; what leads on from there is the way.
  const via = way.length === 0 ? [] : [...script.via, call.place];
  const { tests = [], otherwise = [], lints = [], scripts = [], unresolved = [] } = followed;
  if (tests.length + scripts.length > 0) {
    const mask = maskOf(call);
    for (const pick of tests) walk.trail.selections.push(selectionOf(pick, { line, via, mask }));
    const before = walk.trail.selections.length;
    for (const next of scripts) follow({ next, call, via, mask, walk, line, way });
    const led = walk.trail.selections.length > before ? [] : otherwise;
    for (const pick of led) walk.trail.selections.push(selectionOf(pick, { line, via, mask }));
  }
  for (const pick of lints) walk.trail.lints.push(selectionOf(pick, { line, via, mask: null }));
  for (const message of unresolved) {
    walk.trail.unresolved.push({ message, via });
    const open = tests.length > 0 ? [] : [openPick(message, call)];
    for (const pick of open)
      walk.trail.selections.push(selectionOf(pick, { line, via, mask: null }));
  }
}

type Leading = {
  readonly next: Script;
  readonly call: Call;
  readonly via: readonly Place[];
  readonly mask: string | null;
  readonly walk: Walk;
  readonly line: number;
  readonly way: readonly string[];
};

function follow({ next, call, via, mask, walk, line, way }: Leading): void {
  // Words that stand where they are called have no place of their own.
  const place = next.place.path === "" ? call.place : next.place;
  const key = [
    next.file ?? place.path,
    place.line,
    next.directory,
    next.text.slice(0, 2000),
    ...next.args,
  ].join("\n");
  if (way.includes(key)) return;
  if (way.length >= DEPTH_MAX) {
    walk.tooDeep = true;
    return;
  }
  runOne({ ...next, place, via, mask: mask ?? next.mask }, walk, line, [...way, key]);
}

/** What a command may run that could not be told: any test from its folder on, or none where what it names is not there. */
function openPick(message: string, { directory }: Call): Picked {
  const missing = / not found | no such | there is no /.test(`${message} `);
  const takes = (path: string) => !missing && isBelow(directory ?? "", path) && isTestFile(path);
  return unclearPick(OPEN, takes, `it ${message}`);
}

/** Why a failure of this command fails nothing: its script's own mask, or what the script makes of it. */
function maskOf({ script, text }: Call): string | null {
  if (script.mask !== null) return script.mask;
  const { errexit, pipefail } = script;
  const own = text.trim();
  return judgeScript(script.text, { errexit, pipefail }, (command) => command.trim() === own)
    .maskReason;
}

type At = { readonly line: number; readonly via: readonly Place[]; readonly mask: string | null };

function selectionOf({ pattern, answer }: Picked, { line, via, mask }: At): Selection {
  return {
    pattern,
    matches: (path) => answer(path) === true,
    unclear: (path) => {
      const said = answer(path);
      return typeof said === "boolean" ? null : said.unclear;
    },
    line,
    via,
    maskReason: mask,
  };
}
