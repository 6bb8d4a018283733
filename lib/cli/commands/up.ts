import { Command } from "commander";

/** `gateline up`: the whole server on this machine. */
export function upCommand(): Command {
  return new Command("up")
    .description("start the database, the worker and the web server, and stay up")
    .option("--no-sample", "leave the sample program out of an empty database")
    .action(async (options: { sample: boolean }) => {
      const { runServer } = await import("../up/run-server.ts");
      await runServer(options);
    });
}
