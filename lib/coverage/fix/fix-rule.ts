import { z } from "zod";
import { PathGlob } from "../test/path-glob.ts";

// Every title of every assessment is held against all of it.
const LIST_MAX = 20;

const words = z
  .array(z.string().trim().min(1, "is empty; leave it out").max(200))
  .min(1, "is empty; leave it out")
  .max(LIST_MAX);

const When = z
  .strictObject({
    /** Names of labels, whatever their case. */
    labels: words.optional(),
    /** Scopes of a conventional title, `fix(scope): …`. */
    scopes: words.optional(),
    /** Globs over the name of the branch that it came from. */
    branches: z.array(PathGlob).min(1, "is empty; leave it out").max(LIST_MAX).optional(),
    /** Words that stand in the title as they are written, whatever their case. */
    titles: words.optional(),
  })
  .refine(
    (when) => Object.values(when).some((list) => list !== undefined),
    "say when it applies: give labels, scopes, branches or titles",
  );

/** A program's own rule on what counts as a fix: all that it asks for must hold, and of each list one. */
export const FixRule = z.strictObject({
  when: When,
  isFix: z.boolean(),
  reason: z.string().trim().min(3, "give the reason in a few words").max(500),
});
export type FixRule = z.infer<typeof FixRule>;
