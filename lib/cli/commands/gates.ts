import { Argument, Command, Option } from "commander";
import { readClock } from "#/lib/clock.ts";
import { renderGatesCsv } from "#/lib/report/gates-csv.ts";
import type { GatesDocument } from "#/lib/report/gates-document.ts";
import { renderGatesJson } from "#/lib/report/gates-json.ts";
import { renderGatesMarkdown } from "#/lib/report/gates-markdown.ts";
import { renderGatesTable } from "#/lib/report/gates-table.ts";
import { readUntil } from "../audit/read-options.ts";
import { print } from "../print.ts";
import { formatOption } from "./format-option.ts";

const RENDER = {
  table: renderGatesTable,
  markdown: renderGatesMarkdown,
  json: renderGatesJson,
  csv: renderGatesCsv,
} as const satisfies Record<string, (document: GatesDocument) => string>;

type Options = { readonly until?: Date; readonly format: keyof typeof RENDER };

/** `gateline gates`: every job of a local clone, what is wrong with it, and the tests that none runs; the document goes to standard output, all else to standard error. */
export function gatesCommand(): Command {
  return new Command("gates")
    .description("list the gates of a local git clone, their findings and the tests that none runs")
    .addArgument(new Argument("[directory]", "work tree, .git or bare").default("."))
    .addOption(
      new Option("--until <date>", "as of the end of this day (UTC) or of this moment").argParser(
        readUntil,
      ),
    )
    .addOption(formatOption(RENDER))
    .showHelpAfterError()
    .allowExcessArguments(false)
    .action(async (directory: string, { until, format }: Options) => {
      const { runGates } = await import("../gates/run-gates.ts");
      const document = await runGates({
        directory,
        until: until ?? null,
        now: readClock(),
        onProgress: (sentence) => process.stderr.write(`${sentence}\n`),
      });
      await print(RENDER[format](document));
    });
}
