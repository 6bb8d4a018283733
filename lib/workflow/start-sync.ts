import { requirePermission } from "#/lib/auth/permissions.ts";
import { AppError } from "#/lib/errors.ts";
import { enqueue } from "#/lib/jobs/queue.ts";
import { db, inTransaction } from "#/lib/store/db.ts";
import { loadRepositoriesToSync } from "#/lib/store/load-repositories-to-sync.ts";
import { recordDecision } from "#/lib/store/record-decision.ts";
import { ASKED } from "#/lib/store/streams.ts";
import { makeDue } from "#/lib/store/sync-streams.ts";
import type { Verb } from "./verb.ts";

/** Asks for a sync of every repository of a source that a program wants synced, and says how many. */
export async function startSync({ ctx, input }: Verb<{ sourceId: number }>): Promise<number> {
  requirePermission(ctx.actor, "sync.start");
  const ids = await loadRepositoriesToSync({ sourceId: input.sourceId });
  if (ids.length === 0) {
    throw new AppError(
      "conflict",
      "No program has a repository of this source in scope with sync switched on.",
    );
  }
  await inTransaction((tx) =>
    recordDecision(tx, {
      at: ctx.now,
      actorId: ctx.actor.id,
      verb: "sync.start",
      subject: `source:${input.sourceId}`,
      after: { repositories: ids },
    }),
  );
  for (const repositoryId of ids) {
    // Who asks wants to see what is there now, whatever the timers say.
    await makeDue(db, repositoryId, ASKED);
    await enqueue("sync-repository", { repositoryId });
  }
  return ids.length;
}
