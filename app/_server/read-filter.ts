import "server-only";
import type { z } from "zod";

type Search = Readonly<Record<string, string | string[] | undefined>>;

/** The filter of an address, and the names of the parts that could not be understood and were left out. */
export function readFilter<Filter>(
  schema: z.ZodType<Filter>,
  search: Search,
): { filter: Filter; ignored: string[] } {
  const asked = schema.safeParse(search);
  if (asked.success) return { filter: asked.data, ignored: [] };
  const ignored = [...new Set(asked.error.issues.map((issue) => String(issue.path[0])))];
  const rest = Object.entries(search).filter(([key]) => !ignored.includes(key));
  return { filter: schema.parse(Object.fromEntries(rest)), ignored };
}
