import { resolve } from "node:path";
import { Command } from "commander";
import { readClock } from "#/lib/clock.ts";

/** `gateline restore`: puts a backup in the place of the database, which is kept under another name. */
export function restoreCommand(): Command {
  return new Command("restore")
    .description(
      "put a backup in the place of the database; what was there is kept under another name",
    )
    .argument("<file>", "a file that `gateline backup` wrote")
    .allowExcessArguments(false)
    .action(async (file: string) => {
      const { openDatabase } = await import("#/lib/store/open-database.ts");
      const { restoreBackup } = await import("#/lib/store/backup/restore-backup.ts");
      const { url } = await openDatabase();
      const { at, rows, migrated, before } = await restoreBackup(url, resolve(file), readClock());
      console.log(`${rows} rows as of ${at} are in place.`);
      if (migrated.length > 0) console.log(`Brought up to date by: ${migrated.join(", ")}.`);
      if (before !== null)
        console.log(
          `What was there before is the database ${before}; drop it when you do not need it.`,
        );
    });
}
