import { z } from "zod";
import { CERTAINTIES, RELATIONS } from "#/lib/coverage/link/link.ts";

/** An end of a link as the API takes and gives it. */
export const LinkEnd = z.discriminatedUnion("kind", [
  z.object({
    kind: z.enum(["issue", "pull"]),
    repositoryId: z.int().positive(),
    number: z.int().positive(),
  }),
  z.object({
    kind: z.literal("gate"),
    repositoryId: z.int().positive(),
    gate: z.string().min(3).max(500),
  }),
  z.object({ kind: z.literal("gap"), number: z.int().positive() }),
]);
export type LinkEnd = z.infer<typeof LinkEnd>;

/** An end with what a person calls it. */
export const LinkEndView = z.object({
  end: LinkEnd,
  /** `core#12`, `cp ci:e2e` or `GAP-3`. */
  label: z.string(),
  title: z.string().nullable(),
  /** Its item, shown as GAP-<item>; null where it is in no scope. */
  item: z.int().nullable(),
  /** Id of the gate in the catalogue; null of anything else, and where it is gone. */
  gateId: z.int().nullable(),
  url: z.string().nullable(),
});
export type LinkEndView = z.infer<typeof LinkEndView>;

/** What a text or a person says of two ends, whichever they are. */
export const LinkSaid = z.object({
  relation: z.enum(RELATIONS),
  certainty: z.enum(CERTAINTIES),
  /** The rule that read it, and the one that found the repository. */
  method: z.string(),
  resolvedBy: z.string(),
  /** `title`, `body`, `comment:ID`, `name` or `person`. */
  place: z.string(),
  /** From 1; 0 where a person says it. */
  line: z.int(),
  quote: z.string(),
  /** Why words of a stronger relation do not count here; null when none stand there. */
  held: z.string().nullable(),
  decided: z
    .object({ value: z.enum(["confirm", "insufficient"]), reason: z.string(), actor: z.string() })
    .nullable(),
  /** Whether it waits for a person. */
  asks: z.boolean(),
});

export const LinkView = LinkSaid.extend({
  from: LinkEndView,
  to: LinkEndView,
  /** What else the same reference may mean. */
  alternatives: z.array(LinkEndView),
});
export type LinkView = z.infer<typeof LinkView>;

/** A person's word that something is no link; it holds whatever the texts say, until it is taken back. */
export const RejectedLink = z.object({
  from: LinkEndView,
  to: LinkEndView,
  relation: z.enum(RELATIONS),
  reason: z.string(),
  by: z.string(),
  byKind: z.string(),
  at: z.iso.datetime(),
});
export type RejectedLink = z.infer<typeof RejectedLink>;

/** The newest words that reject a link and are in force, beside how many there are. */
export const RejectedLinks = z.object({ rows: z.array(RejectedLink), total: z.int() });
export type RejectedLinks = z.infer<typeof RejectedLinks>;

export const LinksView = z.object({
  /** Those that wait for a person, in a fixed order, a page of them. */
  rows: z.array(LinkView),
  total: z.int(),
  page: z.int(),
  pages: z.int(),
  /** Of all links of the program, how many say what. */
  counts: z.object({ closes: z.int(), covers: z.int(), refs: z.int(), asks: z.int() }),
  rejected: RejectedLinks,
  timeZone: z.string(),
  judging: z.boolean(),
});
export type LinksView = z.infer<typeof LinksView>;
