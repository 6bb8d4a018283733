import type { FileStatus } from "#/lib/facts/changed-file.ts";
import type { Known } from "#/lib/facts/known.ts";
import { languageOf } from "../language/languages.ts";
import { type Hunk, readPatch } from "../patch/read-patch.ts";
import { type Counted, countRegions, type Region } from "./change/count-regions.ts";
import { extendedCases } from "./change/extended-cases.ts";
import { newExpectations } from "./change/new-expectations.ts";
import { type Construct, readConstructs } from "./change/read-constructs.ts";
import { functionOf, is, listLength } from "./change/read-line.ts";
import { reusedSuite } from "./change/reused-suite.ts";
import { rewrittenCases } from "./change/rewritten-cases.ts";
import { isTestFile } from "./is-test-file.ts";

export type TestChange = {
  /** Whether it adds or extends a regression test; null when that cannot be told. */
  readonly adds: boolean | null;
  /** Name of the rule that decided. */
  readonly rule: string;
  /** One sentence for a person. */
  readonly note: string;
  /** Line in the file after the change of the construct that decided; null when there is none. */
  readonly line: number | null;
  /** Names of the cases that were added or extended. */
  readonly cases: readonly string[];
  /** The hunks that hold added constructs. */
  readonly hunks: readonly Hunk[];
};

type Input = {
  readonly path: string;
  readonly previousPath: string | null;
  readonly status: FileStatus;
  readonly patch?: Known<string> | undefined;
  readonly additions: number | null;
};

/** Whether the change of one file adds or extends a regression test: a new case, a new row of a table of cases, a new assertion, a case turned on; null when the patch or the language is not known. Without a patch a new test file counts. */
export function readTestChange(input: Input): TestChange {
  if (input.status === "removed") return plain(false, "only-removed", "The file was deleted.");
  const whole = input.status === "added" || input.status === "copied";
  const patch = input.patch?.known ? input.patch.value : "";
  const hunks = readPatch(patch)
    .filter(({ lines }) => lines.some(({ kind }) => kind !== "context"))
    .toSorted((a, b) => (a.lines[0]?.line ?? 0) - (b.lines[0]?.line ?? 0));
  const language = languageOf(input.path);
  if (hunks.length > 0 && language) {
    const named = isTestFile(input.path);
    const constructs = readConstructs(language, hunks, named);
    const suite = whole && named ? reusedSuite(language, input.path, constructs) : null;
    return suite ? reused(suite, hunks) : judge(constructs, hunks, named);
  }
  if (input.status === "added" && input.patch?.known && input.patch.value === "") {
    return plain(false, "empty-file", "The file holds nothing that is new.");
  }
  if (whole && isTestFile(input.path)) {
    return plain(true, "file-added", "A test file was added; what it holds was not read.");
  }
  // Without a count of lines, one whose patch could not be read may be edited too.
  const mayBeEdited = input.additions === null && input.patch?.known === false;
  if (input.status === "renamed" && !input.additions && !mayBeEdited) {
    return plain(false, "only-renamed", "The file was only moved.");
  }
  if (input.additions === 0) return plain(false, "only-removed", "No line was added.");
  if (!language) return plain(null, "no-rule", "The language of this file is not read.");
  return unread(input);
}

function unread({ patch }: Input): TestChange {
  if (patch?.known) return plain(null, "binary", "The patch holds no lines of text.");
  const why = patch ? `: ${patch.why}` : "";
  return plain(null, "no-patch", `What changed in the file is not known${why}.`);
}

function plain(adds: boolean | null, rule: string, note: string): TestChange {
  return { adds, rule, note, line: null, cases: [], hunks: [] };
}

function reused({ line }: Construct, hunks: readonly Hunk[]): TestChange {
  const note = "Runs the test cases of another file once more.";
  return { adds: true, rule: "suite-reused", note, line: line.line, cases: [], hunks };
}

function judge(
  constructs: readonly Construct[],
  hunks: readonly Hunk[],
  named: boolean,
): TestChange {
  const counted = countRegions(constructs, named);
  return (
    addedCases(counted, hunks) ??
    addedRows(counted, hunks) ??
    addedAssertions(counted, hunks) ??
    turnedOn(counted, constructs, hunks) ??
    proof(
      "case-rewritten",
      "Puts another test case in the place of one",
      hunks,
      rewrittenCases(counted.regions),
    ) ??
    proof(
      "expectation-extended",
      "Gives a test case more to do and expects more of it",
      hunks,
      extendedCases(constructs).map(located),
    ) ??
    proof(
      "expectation-extended",
      "Expects a value more of test cases",
      hunks,
      newExpectations(constructs).map(located),
    ) ??
    nothing(constructs, counted)
  );
}

type Found = { readonly name: string | undefined; readonly line: number; readonly hunk: number };

function proof(rule: string, what: string, all: readonly Hunk[], found: readonly Found[]) {
  const [first] = found;
  if (!first) return null;
  const cases = [...new Set(found.flatMap(({ name }) => name || []))];
  const where = first.name ? ` ("${first.name}")` : "";
  const hunks = [...new Set(found.map(({ hunk }) => hunk))].flatMap((index) => all[index] ?? []);
  return { adds: true, rule, note: `${what}${where}.`, line: first.line, cases, hunks };
}

const located = ({ line, hunk, around, opens }: Construct): Found => ({
  name: (opens ?? around.case)?.name,
  line: line.line,
  hunk,
});

function addedCases({ regions }: Counted, hunks: readonly Hunk[]): TestChange | null {
  const grown = regions.filter(({ added, removed }) => added.length > removed.length);
  return proof(
    "case-added",
    "Adds a test case",
    hunks,
    grown.flatMap(({ added }) => added),
  );
}

function addedRows({ regions }: Counted, hunks: readonly Hunk[]): TestChange | null {
  const rows = regions
    .flatMap(({ rows: added, removedRows, lengthened, listed, lists }) => [
      ...(added.length > removedRows ? added : []),
      ...(lists === 0 && listed > 0 ? lengthened : []),
      ...(lists > 0 ? lengthened.filter(givesCases) : []),
    ])
    .map(located);
  return proof("row-added", "Adds a row to a table of test cases", hunks, rows);
}

// A case that stood there before runs for each element now; a loop may as well prepare something.
const GIVES_CASES = /\bparametrize\b|\.(?:each|for)\b|Source\(|->with\(/;

function givesCases({ read }: Construct): boolean {
  return (listLength(read) ?? 0) > 1 && GIVES_CASES.test(read.text);
}

function addedAssertions({ regions }: Counted, hunks: readonly Hunk[]): TestChange | null {
  const grown = regions.filter(
    ({ assertions, strong, removedAssertions }) =>
      strong > 0 && assertions.length > removedAssertions.length,
  );
  const found = grown.flatMap((region) => region.assertions.map(located));
  return proof("assertion-added", "Adds an assertion to a test", hunks, found);
}

function turnedOn(
  counted: Counted,
  constructs: readonly Construct[],
  hunks: readonly Hunk[],
): TestChange | null {
  const skips = constructs.filter(({ line, read, opens, settled }) => {
    return line.kind !== "context" && opens === null && !settled && is(read, "skip");
  });
  const removed = skips.filter(({ line }) => line.kind === "removed");
  const balance = removed.length - skips.filter(({ line }) => line.kind === "added").length;
  const found = [...counted.turnedOn, ...(balance > 0 ? removed.map(located) : [])];
  return proof("case-turned-on", "Turns a test case on that was off", hunks, found);
}

function nothing(constructs: readonly Construct[], counted: Counted): TestChange {
  const changed = constructs.filter(({ line, settled }) => line.kind !== "context" && !settled);
  const added = changed.filter(({ line }) => line.kind === "added");
  const every = (test: (construct: Construct) => boolean) => changed.every(test);
  if (changed.length === 0) return plain(false, "only-format", "Only moves or formats lines.");
  if (counted.off > 0 || added.some(({ read }) => is(read, "skip") || is(read, "focus"))) {
    return plain(false, "only-skips", "Adds nothing that runs: the test cases are turned off.");
  }
  if (added.length === 0) return plain(false, "only-removed", "Only takes lines away.");
  if (every(({ read }) => is(read, "import"))) {
    return plain(false, "only-imports", "Only changes imports.");
  }
  if (counted.regions.some(isAdapted)) {
    return plain(false, "expectation-adapted", "Changes what is expected; adds no assertion.");
  }
  if (counted.renamed > 0) return plain(false, "only-renamed", "Only renames test cases.");
  if (every(({ around, opens, read }) => !(around.case || opens) || functionOf(read) !== null)) {
    return plain(false, "only-helpers", "Changes only what stands around the test cases.");
  }
  return plain(false, "no-assertion", "Changes test cases, but adds none and no assertion.");
}

function isAdapted({ strong, removedAssertions, rows, removedRows }: Region): boolean {
  return (strong > 0 && removedAssertions.length > 0) || (rows.length > 0 && removedRows > 0);
}
