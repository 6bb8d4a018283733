import type { LabelFact } from "#/lib/facts/label.ts";
import type { PoisonRow } from "#/lib/forge/forge.ts";
import { inTransaction } from "#/lib/store/db.ts";
import { saveLabels } from "#/lib/store/save-labels.ts";
import { completePass, refusePass } from "#/lib/store/sync-streams.ts";
import { pagesAhead } from "./pages-ahead.ts";
import type { SyncTask } from "./sync-task.ts";
import { after } from "./timers.ts";

/** Reads every label anew: a label that was renamed moves no issue, so only the whole list tells. */
export async function syncLabels(task: SyncTask): Promise<void> {
  const { repositoryId } = task;
  const labels: LabelFact[] = [];
  const poison: PoisonRow[] = [];
  let total: number | null = null;
  for await (const page of pagesAhead(task, { stream: "labels", position: null, since: null })) {
    poison.push(...page.poison);
    labels.push(...page.rows);
    total = page.total;
  }
  const [first] = poison;
  if (first) {
    // The whole list takes the place of what is held, so one that cannot be given must not seem gone.
    const refusal = `A label could not be read, so all of them stay as they were: ${first.why}`;
    await refusePass({ repositoryId, stream: "labels", refusal });
    return;
  }
  await task.confirm();
  const at = task.now();
  await inTransaction(async (tx) => {
    await saveLabels(tx, repositoryId, labels);
    await completePass(tx, {
      repositoryId,
      stream: "labels",
      passStartedAt: at,
      forgeTotal: total,
      at,
      dueAt: after(at, "labels"),
    });
  });
}
