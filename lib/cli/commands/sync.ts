import { Command } from "commander";
import { readClock } from "#/lib/clock.ts";
import { AppError } from "#/lib/errors.ts";
import { withDatabase } from "../with-database.ts";

/** `gateline sync`: brings every repository in scope up to date and judges anew; fails when one of them fails. */
export function syncCommand(): Command {
  return new Command("sync")
    .description("bring every repository in scope up to date, then judge anew")
    .option(
      "--whole",
      "walk over everything again, whatever the timers say; finds what was deleted",
    )
    .action(({ whole = false }: { whole?: boolean }) => withDatabase(() => syncAll(whole)));
}

async function syncAll(whole: boolean): Promise<void> {
  const { loadRepositoriesToSync } = await import("#/lib/store/load-repositories-to-sync.ts");
  const { loadRepositoryToSync } = await import("#/lib/store/load-repository-to-sync.ts");
  const { openRepositoryForge } = await import("#/lib/sync/ask-source.ts");
  const { syncRepository } = await import("#/lib/sync/sync-repository.ts");
  const { assessProgram } = await import("#/lib/assess/assess-program.ts");
  const { loadProgramIds } = await import("#/lib/store/load-program-ids.ts");
  const { signal } = endedByPerson();
  const failed: string[] = [];
  for (const repositoryId of await loadRepositoriesToSync({})) {
    if (signal.aborted) break;
    const { fullName, sourceId } = await loadRepositoryToSync(repositoryId);
    const forge = await openRepositoryForge({ sourceId, repositoryId, signal });
    const outcome = await syncRepository({ repositoryId, forge, now: readClock, signal, whole });
    console.log(`${fullName}: ${outcome.state}`);
    if (outcome.state === "failed" || outcome.state === "waiting") failed.push(fullName);
  }
  for (const id of await loadProgramIds({ archived: false })) await assessProgram(id, readClock());
  if (failed.length > 0) {
    throw new AppError(
      "failed",
      `These could not be synced whole: ${failed.join(", ")}. The sources page says why; what was read is kept.`,
    );
  }
}

/** Ctrl-C ends what is under way, git among it; what was read is kept. */
function endedByPerson(): AbortController {
  const ending = new AbortController();
  const end = () =>
    ending.abort(new AppError("unavailable", "It was stopped; the next sync goes on from here."));
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
  return ending;
}
