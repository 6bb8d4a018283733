import { Command, Option } from "commander";
import { MEASURES, type Measure } from "#/lib/coverage/measure.ts";
import { renderProgramCsv } from "#/lib/report/program-csv.ts";
import type { ProgramDocument } from "#/lib/report/program-document.ts";
import { renderProgramJson } from "#/lib/report/program-json.ts";
import { renderProgramMarkdown } from "#/lib/report/program-markdown.ts";
import { renderProgramTable } from "#/lib/report/program-table.ts";
import { print } from "../print.ts";
import { withDatabase } from "../with-database.ts";
import { formatOption } from "./format-option.ts";

const RENDER = {
  table: renderProgramTable,
  markdown: renderProgramMarkdown,
  json: renderProgramJson,
  csv: renderProgramCsv,
} as const satisfies Record<string, (document: ProgramDocument) => string>;

type Options = { readonly measure?: Measure; readonly format: keyof typeof RENDER };

/** `gateline report`: how a program of the database stands; the document goes to standard output, all else to standard error. */
export function reportCommand(): Command {
  return new Command("report")
    .description("print how a program stands: figures, clusters of gaps, and what to do first")
    .argument("<slug>", "the program's address")
    .addOption(
      new Option(
        "--measure <measure>",
        "only this one, with the clusters and the plan at it; else every one, and those at the policy's",
      ).choices(MEASURES),
    )
    .addOption(formatOption(RENDER))
    .showHelpAfterError()
    .allowExcessArguments(false)
    .action((slug: string, { measure, format }: Options) =>
      withDatabase(async ({ now }) => {
        const { runReport } = await import("../report/run-report.ts");
        await print(RENDER[format](await runReport({ slug, measure: measure ?? null, now })));
      }),
    );
}
