import type { Priority } from "#/lib/coverage/leverage/order-plan.ts";
import type { Tx } from "./db.ts";

/** What is said of the plan; null takes an earlier word back. */
export type PlanWord =
  | { readonly verb: "order"; readonly value: readonly string[] | null }
  | { readonly verb: "assign"; readonly subject: string; readonly value: string | null }
  | { readonly verb: "priority"; readonly subject: string; readonly value: Priority | null };

/** What a word is about: a piece of work, or with an empty key the plan as a whole. */
export const subjectOf = (said: PlanWord): string => (said.verb === "order" ? "" : said.subject);

/** Keeps a person's word on the plan and answers its number; no verdict rests on it, so nothing is judged again. */
export async function savePlanWord(
  tx: Tx,
  { said, ...word }: { programId: number; at: Date; actorId: number; said: PlanWord },
): Promise<number> {
  const { verb, value } = said;
  const { id } = await tx.planWord.create({
    data: {
      ...word,
      verb,
      subject: subjectOf(said),
      ...(value === null ? {} : { value: typeof value === "string" ? value : [...value] }),
    },
    select: { id: true },
  });
  return id;
}
