import { Command } from "commander";
import { readClock } from "#/lib/clock.ts";
import { withDatabase } from "../with-database.ts";

/** `gateline rebuild`: concludes everything anew from the stored facts. */
export function rebuildCommand(): Command {
  return new Command("rebuild")
    .description("drop what was concluded and conclude it again from the stored facts")
    .action(() =>
      withDatabase(async () => {
        const { rebuild } = await import("#/lib/assess/rebuild.ts");
        console.log(`rebuilt ${await rebuild(readClock())} programs`);
      }),
    );
}
