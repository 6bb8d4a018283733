import { requirePermission } from "#/lib/auth/permissions.ts";
import { AppError } from "#/lib/errors.ts";
import { enqueue } from "#/lib/jobs/queue.ts";
import { inTransaction } from "#/lib/store/db.ts";
import { recordDecision } from "#/lib/store/record-decision.ts";
import { saveClusterWord } from "#/lib/store/save-cluster-word.ts";
import { lockProgram } from "./lock-program.ts";
import type { Verb } from "./verb.ts";

type TakeBack = {
  readonly slug: string;
  readonly word: number;
  readonly reason?: string | undefined;
};

/** Takes one word on the clusters back: what it said no longer counts, and what was said after it still does. Throws AppError not_found for a word that is none of the program's, and conflict for one that was taken back before. */
export async function takeBackClusterWord({ ctx, input }: Verb<TakeBack>): Promise<void> {
  requirePermission(ctx.actor, "cluster.shape");
  const reason = input.reason ?? null;
  const { id } = await inTransaction(async (tx) => {
    const program = await lockProgram(tx, input.slug);
    const programId = program.id;
    const said = await tx.clusterWord.findFirst({
      where: { programId, id: input.word, takesBack: null },
    });
    if (!said)
      throw new AppError("not_found", `Nobody said a word ${input.word} on these clusters.`);
    if ((await tx.clusterWord.count({ where: { takesBack: said.id } })) > 0)
      throw new AppError("conflict", "This word was taken back before.");
    await saveClusterWord(tx, {
      programId,
      at: ctx.now,
      actorId: ctx.actor.id,
      reason,
      says: { takesBack: said.id },
    });
    await recordDecision(tx, {
      at: ctx.now,
      actorId: ctx.actor.id,
      verb: "cluster.take_back",
      subject: `program:${input.slug}`,
      before: said.value ?? {},
      after: { word: said.id, reason },
    });
    return program;
  });
  await enqueue("assess-program", { programId: id });
}
