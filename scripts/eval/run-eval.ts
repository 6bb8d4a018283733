import { type FixReport, measureFixes } from "./measure-fixes.ts";
import type { GateReport } from "./measure-gates.ts";
import { measureGates } from "./measure-gates.ts";
import { readGateLabels, readLabels } from "./read-labels.ts";
import type { EvalOptions } from "./read-options.ts";
import { renderFixes, renderMisses } from "./render-fixes.ts";
import { renderGateDifferences, renderGates } from "./render-gates.ts";

/** Measures what the options name and gives the whole text for standard output; progress goes to `say`. */
export async function runEval(
  options: EvalOptions,
  say: (sentence: string) => void,
): Promise<string> {
  // Both files are read before anything is measured, so that a bad line is told at once.
  const labels = await readLabels(options.labels);
  const gateLabels = options.gates === null ? null : await readGateLabels(options.gates);
  const fixes = await measureFixes(labels, options.clones, say);
  const gates = gateLabels && (await measureGates(gateLabels, options.clones, say));
  return options.json
    ? `${JSON.stringify({ schema: "gateline.eval/1", fixes, gates }, null, 2)}\n`
    : textOf(fixes, gates ?? []);
}

/** What is wrong first, and the figures last, where a terminal still shows them. */
function textOf(fixes: readonly FixReport[], gates: readonly GateReport[]): string {
  const blocks = [
    ...single(fixes).map(renderMisses),
    ...single(gates).map(renderGateDifferences),
    ...fixes.map(renderFixes),
    ...gates.map(renderGates),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join("\n"))
    .join("\n\n")}\n`;
}

const single = <Report extends { readonly repository: string | null }>(
  reports: readonly Report[],
) => reports.filter(({ repository }) => repository !== null);
