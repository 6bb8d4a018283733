import { Argument, Command, Option } from "commander";
import { readClock } from "#/lib/clock.ts";
import { renderAuditCsv } from "#/lib/report/audit-csv.ts";
import type { AuditDocument } from "#/lib/report/audit-document.ts";
import { renderAuditJson } from "#/lib/report/audit-json.ts";
import { renderAuditMarkdown } from "#/lib/report/audit-markdown.ts";
import { renderAuditTable } from "#/lib/report/audit-table.ts";
import { readLimit, readSince, readUntil } from "../audit/read-options.ts";
import { print } from "../print.ts";
import { formatOption } from "./format-option.ts";

const RENDER = {
  table: renderAuditTable,
  markdown: renderAuditMarkdown,
  json: renderAuditJson,
  csv: renderAuditCsv,
} as const satisfies Record<string, (document: AuditDocument) => string>;

type Options = {
  readonly since?: Date;
  readonly until?: Date;
  readonly limit?: number;
  readonly policy: string;
  readonly format: keyof typeof RENDER;
};

/** `gateline audit`: judges a local clone with no database; the document goes to standard output, all else to standard error. */
export function auditCommand(): Command {
  return new Command("audit")
    .description("judge the merged fixes of a local git clone")
    .addArgument(new Argument("[directory]", "work tree, .git or bare").default("."))
    .addOption(
      new Option("--since <date>", "merged on or after this day (UTC) or moment").argParser(
        readSince,
      ),
    )
    .addOption(
      new Option("--until <date>", "as of the end of this day (UTC) or of this moment").argParser(
        readUntil,
      ),
    )
    .addOption(
      new Option("--limit <number>", "only the newest so many merged pull requests").argParser(
        readLimit,
      ),
    )
    .option("--policy <name|file>", "a preset (audit, gated, blocking, proven) or a file", "gated")
    .addOption(formatOption(RENDER))
    .showHelpAfterError()
    .allowExcessArguments(false)
    .action(async (directory: string, options: Options) => {
      const { runAudit } = await import("../audit/run-audit.ts");
      const document = await runAudit({
        directory,
        since: options.since ?? null,
        until: options.until ?? null,
        limit: options.limit ?? null,
        policy: options.policy,
        now: readClock(),
        onProgress: (sentence) => process.stderr.write(`${sentence}\n`),
      });
      await print(RENDER[options.format](document));
    });
}
