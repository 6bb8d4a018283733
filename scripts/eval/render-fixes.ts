import type { Compared, Miss } from "./compare-fixes.ts";
import { precision, recall, type Scored, share } from "./confusion.ts";
import { type Agreement, agreeing } from "./count-agreement.ts";
import { explainItem } from "./explain-item.ts";
import { align, indent } from "./lines.ts";
import type { FixReport } from "./measure-fixes.ts";

const HEADS = [
  "measure",
  "by",
  "n",
  "tp",
  "fp",
  "fn",
  "tn",
  "unknown",
  "precision",
  "recall",
  "weighted precision",
  "weighted recall",
];

/** The figures of one repository, or of all, as lines. */
export function renderFixes(report: FixReport): readonly string[] {
  const { repository, head, labels, measured, notMeasured } = report;
  const place = repository === null ? "All repositories" : `${repository} at ${head}`;
  const kinds = agreeing(report.testKinds, "none");
  const exercises = agreeing(report.exercises, null);
  return [
    indent(0, `## ${place}`),
    "",
    `${labels} labels, ${measured} measured, ${notMeasured.length} not measured`,
    "",
    ...align([HEADS, ...report.compared.flatMap(rowsOf)]),
    "",
    `Kind of test, where both say there is one: ${share(kinds.same, kinds.of)} agree`,
    ...tableOf(report.testKinds),
    "",
    `Exercises the fix, where the label says it is one: ${share(exercises.same, exercises.of)} agree`,
    ...tableOf(report.exercises),
  ];
}

/** Every row that the engine has wrong or leaves open, and every label without its pull request, as lines. */
export function renderMisses({ repository, misses, notMeasured }: FixReport): readonly string[] {
  if (misses.length + notMeasured.length === 0) return [];
  return [
    `## Misses of ${repository ?? "all repositories"}: ${misses.length}, not measured: ${notMeasured.length}`,
    ...misses.flatMap(linesOfMiss),
    ...notMeasured.flatMap(({ label, reason }) => [
      "",
      indent(0, `#${label.number} ${label.title}`),
      indent(1, `not measured: ${reason}`),
    ]),
  ];
}

function rowsOf({ measure, engine, baseline }: Compared): readonly (readonly string[])[] {
  return [
    [measure, "engine", ...cellsOf(engine)],
    ["", "has_test@1", ...cellsOf(baseline)],
  ];
}

function cellsOf({ n, raw, weighted, unknown }: Scored): readonly string[] {
  const counts = [n, raw.tp, raw.fp, raw.fn, raw.tn, unknown].map(String);
  return [...counts, precision(raw), recall(raw), precision(weighted), recall(weighted)];
}

function tableOf({ labels, engine, counts }: Agreement): readonly string[] {
  const rows = counts.map((cells, row) => [`  ${labels[row] ?? ""}`, ...cells.map(String)]);
  return align([["  label \\ engine", ...engine], ...rows]);
}

function linesOfMiss({ label, item, misses }: Miss): readonly string[] {
  const said = [
    `kind=${label.kind} isFix=${label.isFix} test=${label.test} exercisesFix=${label.exercisesFix}`,
    label.confidence ? `confidence=${label.confidence}` : "",
    label.verified ? `verified=${label.verified}` : "",
    label.traps.length > 0 ? `traps=${label.traps.join(",")}` : "",
    `weight=${label.weight}`,
  ];
  return [
    "",
    indent(0, `#${label.number} ${item.title}`),
    ...misses.map((miss) => indent(1, miss)),
    indent(1, `label:  ${said.filter((part) => part !== "").join(" ")}`),
    ...(label.why === "" ? [] : [indent(5, label.why)]),
    ...explainItem(item).map((line, index) =>
      index === 0 ? indent(1, `engine: ${line}`) : indent(5, line),
    ),
  ];
}
