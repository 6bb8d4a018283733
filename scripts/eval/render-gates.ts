import type { GatePair, ShownGate } from "./compare-gates.ts";
import { share } from "./confusion.ts";
import type { GateLabel } from "./label.ts";
import { align, indent } from "./lines.ts";
import type { GateReport } from "./measure-gates.ts";

const FILES_SHOWN = 10;

/** The figures of the gates of one repository, or of all, as lines. */
export function renderGates(report: GateReport): readonly string[] {
  const { repository, head, right, fields, files, pairs } = report;
  const place = repository === null ? "All repositories" : `${repository} at ${head}`;
  const whole = pairs.filter(
    ({ files: own }) => own.onlyLabel.length + own.onlyEngine.length === 0,
  );
  return [
    `## Gates: ${place}`,
    "",
    ...align([
      ["right", share(right.same, right.of)],
      ...Object.entries(fields).map(([name, { same, of }]) => [`  ${name}`, share(same, of)]),
      ["only in the labels", String(report.onlyLabel.length)],
      ["only in the engine", String(report.onlyEngine.length)],
      ["same test files", share(whole.length, pairs.length)],
      ["  files of both", String(files.both)],
      ["  files of the label only", String(files.onlyLabel)],
      ["  files of the engine only", String(files.onlyEngine)],
    ]),
  ];
}

/** Every difference between labels and engine in the gates of one repository, as lines. */
export function renderGateDifferences(report: GateReport): readonly string[] {
  const { repository, pairs, onlyLabel, onlyEngine } = report;
  const differing = pairs.filter(({ differs }) => differs.length > 0);
  const elsewhere = pairs.filter(
    ({ files }) => files.onlyLabel.length + files.onlyEngine.length > 0,
  );
  const lines = [
    ...differing.flatMap(linesOfPair),
    ...elsewhere.flatMap(linesOfFiles),
    ...onlyLabel.flatMap((label) => [
      "",
      `only in the labels: ${label.workflow}:${label.job}`,
      said(label),
    ]),
    ...(onlyEngine.length > 0 ? ["", "only in the engine:"] : []),
    ...onlyEngine.map((gate) => indent(1, `${place(gate)} ${concluded(gate)}`)),
  ];
  return lines.length === 0 ? [] : [`## Differences of gates: ${repository}`, ...lines];
}

const place = ({ workflow, line, job }: ShownGate): string => `${workflow}:${line} ${job}`;

function linesOfPair({ label, gate, differs }: GatePair): readonly string[] {
  return [
    "",
    indent(0, place(gate)),
    ...differs.map((field) => indent(1, `${field}: label ${label[field]}, engine ${gate[field]}`)),
    said(label),
    indent(1, `engine: ${concluded(gate)}`),
    ...gate.findings.map((finding) => indent(2, finding)),
  ];
}

function linesOfFiles({ label, gate, files }: GatePair): readonly string[] {
  return [
    "",
    indent(
      0,
      `${place(gate)}: test files, ${files.both.length} of both, ${files.onlyLabel.length} of the label only, ${files.onlyEngine.length} of the engine only`,
    ),
    indent(1, `label names:  ${label.testPaths.join(" ") || "none"}`),
    indent(1, `engine names: ${gate.testPaths.join(" ") || "none"}`),
    ...listed("label only", files.onlyLabel),
    ...listed("engine only", files.onlyEngine),
  ];
}

function listed(side: string, paths: readonly string[]): readonly string[] {
  const more = paths.length - FILES_SHOWN;
  return [
    ...paths.slice(0, FILES_SHOWN).map((path) => indent(2, `${side}: ${path}`)),
    ...(more > 0 ? [indent(2, `${side}: and ${more} more (--json lists all)`)] : []),
  ];
}

const said = (label: GateLabel): string =>
  indent(
    1,
    [
      `label:  kind=${label.kind} runsOnPullRequest=${label.runsOnPullRequest} masked=${label.masked}`,
      label.maskReason ?? "",
      label.notes ?? "",
    ]
      .filter((part) => part !== "")
      .join(" · "),
  );

const concluded = (gate: ShownGate): string =>
  `kind=${gate.kind} runsOnPullRequest=${gate.runsOnPullRequest} masked=${gate.masked}${gate.maskReason ? ` · ${gate.maskReason}` : ""}`;
