import { Command, CommanderError } from "commander";
import manifest from "#/package.json" with { type: "json" };
import { auditCommand } from "./commands/audit.ts";
import { backupCommand } from "./commands/backup.ts";
import { explainCommand } from "./commands/explain.ts";
import { gatesCommand } from "./commands/gates.ts";
import { programCommand } from "./commands/program.ts";
import { rebuildCommand } from "./commands/rebuild.ts";
import { reportCommand } from "./commands/report.ts";
import { restoreCommand } from "./commands/restore.ts";
import { rotateKeyCommand } from "./commands/rotate-key.ts";
import { sourceCommand } from "./commands/source.ts";
import { syncCommand } from "./commands/sync.ts";
import { upCommand } from "./commands/up.ts";
import { sayError } from "./say-error.ts";
import { toExitCode } from "./to-exit-code.ts";

const program = new Command("gateline")
  .description("Whether an automated gate exists that would catch the return of every merged fix.")
  .version(manifest.version)
  .showHelpAfterError()
  .exitOverride();

// Each command loads its own rooms when it runs: --version and audit know neither Prisma nor Next.
for (const command of [
  auditCommand(),
  gatesCommand(),
  explainCommand(),
  upCommand(),
  programCommand(),
  sourceCommand(),
  syncCommand(),
  reportCommand(),
  rebuildCommand(),
  backupCommand(),
  restoreCommand(),
  rotateKeyCommand(),
]) {
  program.addCommand(inherit(command));
}

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) {
    console.error(sayError(error, program, process.argv.slice(2)));
  }
  process.exitCode = toExitCode(error);
}

function inherit(command: Command): Command {
  command.exitOverride().showHelpAfterError();
  for (const child of command.commands) inherit(child);
  return command;
}
