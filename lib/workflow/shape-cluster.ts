import { requirePermission } from "#/lib/auth/permissions.ts";
import { ClusterWordValue } from "#/lib/coverage/cluster/cluster-word.ts";
import { AppError } from "#/lib/errors.ts";
import { enqueue } from "#/lib/jobs/queue.ts";
import { inTransaction, type Tx } from "#/lib/store/db.ts";
import { loadClusterWords } from "#/lib/store/load-cluster-words.ts";
import { recordDecision } from "#/lib/store/record-decision.ts";
import { saveClusterWord } from "#/lib/store/save-cluster-word.ts";
import { lockProgram } from "./lock-program.ts";
import { requireClusterChange } from "./shape-cluster-change.ts";
import { requireNewWord } from "./shape-cluster-pending.ts";
import { type ClusterShape, toClusterWord } from "./shape-cluster-word.ts";
import type { Verb } from "./verb.ts";

export type ClusterShaping = {
  readonly slug: string;
  readonly shape: ClusterShape;
  readonly reason?: string | undefined;
};

/** A person's word on the clusters, by its number: it wins over rules and suggestions in every later assessment until it is taken back. Throws AppError not_found for a cluster or a gap that is not there, invalid for a word that cannot be, and conflict for one that would change nothing. */
export async function shapeCluster({ ctx, input }: Verb<ClusterShaping>): Promise<number> {
  requirePermission(ctx.actor, "cluster.shape");
  const reason = input.reason ?? null;
  const said = await inTransaction(async (tx) => {
    const { id: programId } = await lockProgram(tx, input.slug);
    const says = wellFormed(await toClusterWord(tx, programId, input.shape));
    await requireUseful(tx, programId, says);
    const word = { programId, at: ctx.now, actorId: ctx.actor.id, reason, says };
    const wordId = await saveClusterWord(tx, word);
    await recordDecision(tx, {
      at: ctx.now,
      actorId: ctx.actor.id,
      verb: `cluster.${says.verb}`,
      subject: `program:${input.slug}`,
      after: { ...says, word: wordId, reason },
    });
    return { wordId, programId };
  });
  await enqueue("assess-program", { programId: said.programId });
  return said.wordId;
}

/** A word that the engine cannot read would stop every later assessment, so none is kept. */
function wellFormed(says: ClusterWordValue): ClusterWordValue {
  const { success, data, error } = ClusterWordValue.safeParse(says);
  if (success) return data;
  throw new AppError("invalid", error.issues[0]?.message ?? "That cannot be said.");
}

/** What is shown tells what a word would change, unless words wait that nobody judged by; then they do. */
async function requireUseful(tx: Tx, programId: number, says: ClusterWordValue): Promise<void> {
  // Read behind the lock: somebody may have said something while we waited for it.
  const { words, wordsJudged } = await tx.program.findUniqueOrThrow({ where: { id: programId } });
  if (words === wordsJudged) return requireClusterChange(tx, programId, says);
  requireNewWord(says, await loadClusterWords(programId, tx));
}
