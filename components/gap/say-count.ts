import type { GapFilter } from "#/lib/contract/gap-filter.ts";
import type { GapsView } from "#/lib/contract/gaps.ts";
import { count } from "#/lib/format.ts";

/** "24 gaps of 102 fixes": what the list holds, out of what the other filters leave. */
export function sayCount(view: GapsView, filter: GapFilter): string {
  const { covered, gap, waived, unknown } = view.counts;
  const all = covered + gap + waived + unknown;
  // The other population: open issues, incidents and declared gaps.
  const of = filter.population === "issue" ? count(all, "open item") : count(all, "fix", "fixes");
  if (filter.verdict.length === 0) return of;
  const [only] = filter.verdict;
  if (filter.verdict.length === 1 && only === "gap") return `${count(view.total, "gap")} of ${of}`;
  return `${view.total.toLocaleString("en-GB")} ${filter.verdict.join(" or ")} of ${of}`;
}
