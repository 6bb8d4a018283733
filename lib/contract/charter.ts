import { z } from "zod";
import { MEASURES } from "#/lib/coverage/measure.ts";

const text = (max: number) => z.string().trim().min(1, "is empty; leave it out").max(max);
const line = text(200);
const url = z.url({ protocol: /^https?$/, message: "write an address that begins with https://" });

const Linked = z.strictObject({ text: line, url: url.nullable().default(null) });

/** Who takes the rule itself through, step by step. */
const OwnerChain = z
  .strictObject({
    steps: z.array(line).min(1).max(20),
    /** How many of the steps are done; null where nobody told. */
    done: z.int().nonnegative().nullable().default(null),
  })
  .refine(({ steps, done }) => done === null || done <= steps.length, {
    path: ["done"],
    message: "no more steps can be done than there are",
  });

/** What a program promised, in the words in which it was promised. No verdict rests on it. */
export const Charter = z.strictObject({
  /** Whose mandate it is, and of which day; the words themselves are the program's. */
  mandateBy: line.nullable().default(null),
  mandateOn: z.iso.date("write the date as YYYY-MM-DD").nullable().default(null),
  definitionOfDone: text(4000).nullable().default(null),
  /** The rule that reviewers hold a change to: the file that has it, the section, and its words. */
  sop: z
    .strictObject({ file: line, section: line, text: text(4000) })
    .nullable()
    .default(null),
  owners: OwnerChain.nullable().default(null),
  /** Rules that this one goes on from; `means` is what follows from it here. */
  extends: z
    .array(z.strictObject({ ...Linked.shape, means: text(500).nullable().default(null) }))
    .max(20)
    .default([]),
  /** What it is measured against; `measure` is the figure here that is the same. */
  trackedAgainst: z
    .strictObject({ ...Linked.shape, measure: z.enum(MEASURES).nullable().default(null) })
    .nullable()
    .default(null),
  roles: z
    .array(z.strictObject({ who: line, does: text(500).nullable().default(null) }))
    .max(50)
    .default([]),
});
export type Charter = z.infer<typeof Charter>;
