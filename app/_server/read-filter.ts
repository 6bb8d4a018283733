import "server-only";
import type { z } from "zod";
import { isStorable } from "#/lib/contract/is-storable.ts";

type Search = Readonly<Record<string, string | string[] | undefined>>;

/** The filter of an address, and the names of the parts that could not be understood or stored and were left out. */
export function readFilter<Schema extends z.ZodObject>(
  schema: Schema,
  search: Search,
): { filter: z.output<Schema>; ignored: string[] } {
  const unstorable = Object.keys(schema.shape).filter((key) => !isStorable(search[key]));
  const without = (names: readonly string[]) =>
    Object.fromEntries(Object.entries(search).filter(([key]) => !names.includes(key)));
  const asked = schema.safeParse(without(unstorable));
  if (asked.success) return { filter: asked.data, ignored: unstorable };
  const misread = asked.error.issues.map((issue) => String(issue.path[0]));
  const ignored = [...new Set([...unstorable, ...misread])];
  return { filter: schema.parse(without(ignored)), ignored };
}
