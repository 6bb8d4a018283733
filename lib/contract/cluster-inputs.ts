import { z } from "zod";

const key = z.string().trim().min(1).max(300);
const name = z
  .string()
  .trim()
  .min(1, "give the cluster a name")
  .max(120, "a name has 120 characters at most")
  .regex(/^[^\p{Cc}]*$/u, "a name is one line");
// The largest integer of a Postgres `int`.
const ID_MAX = 2_147_483_647;
const items = z
  .array(z.int().positive().max(ID_MAX))
  .min(1, "choose at least one gap")
  .max(500, "choose 500 gaps at most, and the others after that");
const reason = z.string().trim().max(2000).optional();

/** What is to become of the clusters; gaps by their number. */
export const ShapeClusterInput = z.object({
  shape: z.discriminatedUnion("verb", [
    z.object({ verb: z.literal("rename"), cluster: key, name }),
    /** All become parts of `into`, which keeps its name. */
    z.object({ verb: z.literal("merge"), clusters: z.array(key).min(1).max(50), into: key }),
    z.object({ verb: z.literal("split"), cluster: key, items, name }),
    /** Null moves them out of every cluster. */
    z.object({ verb: z.literal("move"), items, to: key.nullable() }),
    z.object({ verb: z.literal("pin"), cluster: key, pinned: z.boolean() }),
    z.object({ verb: z.literal("architecture"), cluster: key, architecture: z.boolean() }),
  ]),
  reason,
});
export type ShapeClusterInput = z.infer<typeof ShapeClusterInput>;

export const TakeBackWordInput = z.object({ reason });
export type TakeBackWordInput = z.infer<typeof TakeBackWordInput>;
