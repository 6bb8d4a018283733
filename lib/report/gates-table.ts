import { kindOfTest } from "#/lib/coverage/test/kind-of-test.ts";
import { aligned } from "./aligned.ts";
import { plainText } from "./audit-lines.ts";
import type { GatesDocument, LooseTest } from "./gates-document.ts";
import { firstFindings, linesOf, nameOf, placeOf } from "./gates-findings.ts";
import { catalogueLines, STANDING_HEADS, standingRows } from "./gates-lines.ts";
import { type LooseTests, looseTests, testsOf } from "./gates-tests.ts";

const TESTS_SHOWN = 20;
const HEADS = ["gate", "kind", "on pull requests", "masked", "tests", "findings"];
const STRONGEST_FIRST = ["e2e", "integration", "unit"];

/** The gates of a clone as text for a terminal; what it leaves out it counts. */
export function renderGatesTable(document: GatesDocument): string {
  const blocks = [
    catalogueLines(document).map(plainText),
    gateLines(document),
    standingLines(document),
    findingLines(document),
    ...looseTests(document).map(testLines),
    document.orphans?.length === 0 ? ["No orphan tests."] : [],
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join("\n"))
    .join("\n\n")}\n`;
}

function gateLines({ gates }: GatesDocument): readonly string[] {
  if (gates.length === 0) return ["No gates: no workflow file declares a job."];
  const rows = gates.map((gate) => [
    `${nameOf(gate.workflow)}:${gate.job}`,
    gate.kind,
    gate.runsOnPullRequest ? "yes" : "no",
    gate.masked ? "yes" : "no",
    testsOf(gate),
    linesOf(gate),
  ]);
  return plain([HEADS, ...rows]);
}

function standingLines(document: GatesDocument): readonly string[] {
  const rows = standingRows(document);
  if (rows.length === 0) return [];
  return ["Jobs that stand for others:", ...indented([STANDING_HEADS, ...rows])];
}

function findingLines(document: GatesDocument): readonly string[] {
  const { shown, left } = firstFindings(document);
  if (shown.length + left === 0) return ["No findings."];
  const rows = shown.map(({ workflow, line, job, kind, message }) => [
    placeOf(workflow, line),
    job ?? "",
    kind,
    message,
  ]);
  const more = `  and ${left} more, on when jobs start that run no test; --format json lists all`;
  return ["Findings:", ...indented(rows), ...(left === 0 ? [] : [more])];
}

function testLines({ head, tests }: LooseTests): readonly string[] {
  if (tests.length === 0) return [];
  const shown = tests.toSorted((one, other) => rankOf(one) - rankOf(other)).slice(0, TESTS_SHOWN);
  const left = tests.length - shown.length;
  return [
    `${head}, ${tests.length}:`,
    ...indented(shown.map(({ path, why }) => [path, why])),
    ...(left === 0 ? [] : [`  and ${left} more; --format json lists all`]),
  ];
}

const rankOf = ({ path }: LooseTest): number => STRONGEST_FIRST.indexOf(kindOfTest(path));

const indented = (rows: readonly (readonly string[])[]): readonly string[] =>
  plain(rows).map((line) => `  ${line}`);

/** Names, conditions and paths are other people's text. */
const plain = (rows: readonly (readonly string[])[]): readonly string[] =>
  aligned(rows.map((row) => row.map(plainText)));
