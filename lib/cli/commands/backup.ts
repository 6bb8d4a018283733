import { resolve } from "node:path";
import { Command } from "commander";
import { readClock } from "#/lib/clock.ts";

/** `gateline backup`: everything that the database holds, in one file; the server may go on. */
export function backupCommand(): Command {
  return new Command("backup")
    .description("write everything that the database holds into one file; the server may run")
    .argument(
      "<file>",
      "where to write it; a file of that name is replaced once the new one is whole",
    )
    .allowExcessArguments(false)
    .action(async (file: string) => {
      const { openDatabase } = await import("#/lib/store/open-database.ts");
      const { writeBackup } = await import("#/lib/store/backup/write-backup.ts");
      const { url } = await openDatabase();
      const { tables, rows } = await writeBackup(url, resolve(file), readClock());
      console.log(`${file}: ${rows} rows of ${tables} tables.`);
      console.log(
        "Tokens are in it, sealed: keep the server's key too (GATELINE_KEY, or the file key in the data directory), elsewhere.",
      );
    });
}
