import type { Construct } from "./read-constructs.ts";
import { functionOf, is, listLength } from "./read-line.ts";
import { type Case, helperOf, holdsTests, isOff } from "./scopes.ts";

/** What a patch changed between two case openings that it left alone. */
export type Region = {
  /** Cases that are new and can fail. */
  readonly added: Case[];
  readonly removed: Case[];
  readonly assertions: Construct[];
  /** Of the added assertions, those that are more than a check of the preparation. */
  strong: number;
  readonly removedAssertions: Construct[];
  readonly rows: Construct[];
  removedRows: number;
  /** Tables of cases in one line each that changed: the added lines, by how many elements and lines they grew. */
  readonly lengthened: Construct[];
  listed: number;
  lists: number;
};

/** What a patch changed, region by region, and what it only turned on, off or over. */
export type Counted = {
  readonly regions: readonly Region[];
  /** Cases that were off before and run now. */
  readonly turnedOn: readonly Case[];
  /** Added cases that are off. */
  readonly off: number;
  readonly renamed: number;
};

/** Counts what a patch did to cases, assertions and rows. `named`: the path is a test by its name; in any other file only what certainly stands in a test counts. */
export function countRegions(constructs: readonly Construct[], named: boolean): Counted {
  const dropped = deletedWhole(constructs);
  const live = constructs.filter((construct) => {
    const { line, opens, settled } = construct;
    return (line.kind !== "context" || opens !== null) && !settled && !dropped.has(construct);
  });
  const { turnedOn, same, off } = pairByName(live);
  const helpers = newHelpers(live);
  const regions = new Map<number, Region>();
  let renamed = 0;
  for (const construct of live) {
    const region = regionOf(regions, construct.region);
    countCase(region, construct, same);
    countLine(region, construct, named, helpers);
  }
  for (const { added, removed } of regions.values()) {
    renamed += Math.min(added.length, removed.length);
  }
  return { regions: [...regions.values()], turnedOn, off, renamed };
}

function regionOf(regions: Map<number, Region>, index: number): Region {
  const known = regions.get(index);
  if (known) return known;
  const cases = { added: [], removed: [] };
  const assertions = { assertions: [], strong: 0, removedAssertions: [] };
  const rows = { rows: [], removedRows: 0, lengthened: [], listed: 0, lists: 0 };
  const region: Region = { ...cases, ...assertions, ...rows };
  regions.set(index, region);
  return region;
}

function countCase(region: Region, { opens }: Construct, same: ReadonlySet<Case>): void {
  if (opens === null || same.has(opens)) return;
  if (opens.kind === "removed") region.removed.push(opens);
  if (opens.kind === "added" && canFail(opens)) region.added.push(opens);
}

/** Whether an added case runs, holds something, and was not only moved here with all that it asserts. */
function canFail({ off, body, moved, assertions }: Case): boolean {
  return !off && body > 0 && (assertions > 0 || moved * 10 < body * 6);
}

function countLine(
  region: Region,
  construct: Construct,
  named: boolean,
  helpers: ReadonlySet<string>,
): void {
  const { line, read, around, row, opens } = construct;
  if (line.kind === "context") return;
  if (!inTest(construct, named) && !(row && named && givesRow(construct))) return;
  const length = listLength(read);
  if (length !== null) {
    region.listed += line.kind === "added" ? length : -length;
    region.lists += line.kind === "added" ? 1 : -1;
    if (line.kind === "added") region.lengthened.push(construct);
  }
  if (row && opens === null) {
    if (line.kind === "added") region.rows.push(construct);
    else region.removedRows += 1;
  }
  const owner = opens ?? around.case;
  if (owner?.off) return;
  const uses = line.kind === "added" && callsOne(line.text, helpers) && functionOf(read) === null;
  if (!uses && !is(read, "assertion")) return;
  if (line.kind === "removed") region.removedAssertions.push(construct);
  else {
    region.assertions.push(construct);
    if (!is(read, "guard")) region.strong += 1;
  }
}

// A function that gives rows to a test is no helper.
const GIVES_ROW = /^\s*(?:yield\b|\w*\.?(?:arguments|of|argumentSet)\()/i;
const PROVIDER = /^(?:provide|data)|(?:provider|cases|datasets?|scenarios)$/i;

function givesRow({ line, around }: Construct): boolean {
  return PROVIDER.test(helperOf(around) ?? "") || GIVES_ROW.test(line.text.slice(0, 400));
}

function inTest({ around, opens }: Construct, named: boolean): boolean {
  if (opens !== null || around.case !== null) return true;
  if (helperOf(around) !== null || isOff(around)) return false;
  return named || holdsTests(around);
}

/** A case whose name was there before is the same case, whatever else its opening says now. */
function pairByName(constructs: readonly Construct[]) {
  const before = new Map<string, Case[]>();
  const after: Case[] = [];
  for (const { opens } of constructs) {
    if (opens?.kind === "added") after.push(opens);
    if (opens?.kind !== "removed" || opens.name === "") continue;
    const twins = before.get(opens.name);
    if (twins) twins.push(opens);
    else before.set(opens.name, [opens]);
  }
  const same = new Set<Case>();
  const turnedOn: Case[] = [];
  for (const now of after) {
    const then = before.get(now.name)?.pop();
    if (!then) continue;
    same.add(then).add(now);
    if (now.off || now.body === 0) continue;
    if (then.off || (then.conditional && !now.conditional)) turnedOn.push(now);
  }
  return { same, turnedOn, off: after.filter((one) => one.off).length };
}

/** Functions that a patch adds and that assert: calling one is asserting. */
function newHelpers(constructs: readonly Construct[]): ReadonlySet<string> {
  const added = new Set<string>();
  const asserting = new Set<string>();
  for (const { line, read, around } of constructs) {
    if (line.kind !== "added") continue;
    const name = functionOf(read);
    if (name !== null) added.add(name);
    if (is(read, "assertion")) asserting.add(helperOf(around) ?? "");
  }
  return asserting.intersection(added);
}

function callsOne(text: string, names: ReadonlySet<string>): boolean {
  if (names.size === 0) return false;
  return (text.slice(0, 400).match(/\w+/g) ?? []).some((word) => names.has(word));
}

/** The lines of cases that were taken out whole, in runs that only remove: what they asserted is no loss to the cases beside them. */
function deletedWhole(constructs: readonly Construct[]): ReadonlySet<Construct> {
  const dropped = new Set<Construct>();
  let run: Construct[] = [];
  const close = (next: Construct | null) => {
    const at = run.findIndex(({ opens }) => opens?.kind === "removed");
    const first = run[at]?.opens;
    const only = run.every(({ line }) => line.kind === "removed");
    if (first && only && (next === null || next.indent <= first.indent)) {
      for (const construct of run.slice(at)) dropped.add(construct);
    }
    run = [];
  };
  for (const [index, construct] of constructs.entries()) {
    const before = constructs[index - 1];
    if (before && before.hunk !== construct.hunk) close(null);
    if (construct.line.kind === "context") close(construct);
    else run.push(construct);
  }
  close(null);
  return dropped;
}
