import { systemActor } from "#/lib/auth/actor.ts";
import { db } from "#/lib/store/db.ts";
import { planWork } from "#/lib/workflow/plan-work.ts";

/** When the text was published that says who does what. */
const SAID_AT = new Date("2026-06-12T00:29:32Z");

/** "deploy-gate regression harness … dispatching now", "parallel Kimi+MiniMax". */
const GIVEN = { subject: "new_gate:deploy-gate", value: "Kimi + MiniMax" };

/** Gives the sample's work to whom its text gives it, once it is judged; what anybody said of it before stands. Of the other three the text's states show by themselves or are over. */
export async function planSample(program: { id: number; slug: string }): Promise<void> {
  const { id: programId, slug } = program;
  const { subject, value } = GIVEN;
  const [said, work, closed] = await Promise.all([
    db.planWord.count({ where: { programId, verb: "assign", subject } }),
    db.work.count({ where: { programId, key: subject } }),
    db.program.count({ where: { id: programId, archivedAt: { not: null } } }),
  ]);
  if (said > 0 || work === 0 || closed > 0) return;
  const ctx = { actor: await systemActor(), now: SAID_AT };
  await planWork({ ctx, input: { slug, said: { verb: "assign", subject, value } } });
}
