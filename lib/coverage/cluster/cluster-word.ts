import { z } from "zod";

const ITEMS_MAX = 500;
const CLUSTERS_MAX = 50;
/** No key of the engine's own: those have a dot, and those of a rung two dashes. */
const OWN_KEY = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const Name = z
  .string()
  .trim()
  .min(1, "give a name")
  .max(120, "a name has 120 characters at most")
  .regex(/^[^\p{Cc}]+$/u, "a name is one line");
const Key = z.string().min(1).max(300);
const Items = z.array(Key).min(1).max(ITEMS_MAX, `${ITEMS_MAX} items at most in one word`);
const Clusters = z.array(Key).min(1).max(CLUSTERS_MAX);
const NewKey = z
  .string()
  .max(80)
  .regex(OWN_KEY, "use lower-case letters, digits and single dashes");

/** A person's word on the clusters: the verb, and clusters and items by their keys. */
export const ClusterWordValue = z.discriminatedUnion("verb", [
  z.strictObject({
    verb: z.literal("rename"),
    value: z.strictObject({ cluster: Key, name: Name }),
  }),
  z.strictObject({
    verb: z.literal("merge"),
    value: z.strictObject({ clusters: Clusters, into: Key }),
  }),
  z.strictObject({
    verb: z.literal("split"),
    value: z.strictObject({ cluster: Key, items: Items, key: NewKey, name: Name }),
  }),
  z.strictObject({
    verb: z.literal("move"),
    /** To null: out of every cluster. */
    value: z.strictObject({ items: Items, to: Key.nullable() }),
  }),
  z.strictObject({
    verb: z.literal("pin"),
    value: z.strictObject({ cluster: Key, pinned: z.boolean() }),
  }),
  z.strictObject({
    verb: z.literal("architecture"),
    value: z.strictObject({ cluster: Key, architecture: z.boolean() }),
  }),
]);
export type ClusterWordValue = z.infer<typeof ClusterWordValue>;

/** A word as it was given; its id grows with time. */
export type ClusterWord = { readonly id: number } & Readonly<ClusterWordValue>;
