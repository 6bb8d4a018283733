import "server-only";
import { GapFilter } from "#/lib/contract/gap-filter.ts";

type Search = Readonly<Record<string, string | string[] | undefined>>;

/** The filter of an address, and the names of the parts that could not be understood and were left out. */
export function readGapFilter(search: Search): { filter: GapFilter; ignored: string[] } {
  const asked = GapFilter.safeParse(search);
  if (asked.success) return { filter: asked.data, ignored: [] };
  const ignored = [...new Set(asked.error.issues.map((issue) => String(issue.path[0])))];
  const rest = Object.entries(search).filter(([key]) => !ignored.includes(key));
  return { filter: GapFilter.parse(Object.fromEntries(rest)), ignored };
}
