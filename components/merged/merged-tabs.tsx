import Link from "next/link";
import { COUNTS_AS, type MergedFilter, type MergedView } from "#/lib/contract/merged.ts";
import { paths } from "../layout/paths.ts";
import { COUNTS_TEXTS } from "./counts-text.ts";

/** What merged pull requests can count as, each with its number of what the other filters leave. */
export function MergedTabs({
  slug,
  filter,
  counts,
}: {
  slug: string;
  filter: MergedFilter;
  counts: MergedView["counts"];
}) {
  return (
    <nav
      aria-label="Counts as"
      className="no-print relative flex overflow-x-auto border-line border-b"
    >
      {COUNTS_AS.map((each) => {
        const here = filter.counts === each;
        return (
          <Link
            key={each}
            href={paths.merged(slug, { ...filter, counts: each, page: 1 })}
            prefetch={false}
            scroll={false}
            aria-current={here ? "true" : undefined}
            className={`inline-flex h-8 shrink-0 items-center gap-1.5 whitespace-nowrap border-b-2 px-2.5 text-[0.8125rem] ${
              here ? "border-ink font-medium" : "border-transparent text-muted hover:text-ink"
            }`}
          >
            {COUNTS_TEXTS[each].tab}{" "}
            {counts[each] === null ? (
              <span className="text-muted" title="No source of this program tells its commits">
                —<span className="sr-only"> not known</span>
              </span>
            ) : (
              <span className="text-muted">{counts[each].toLocaleString("en-GB")}</span>
            )}
          </Link>
        );
      })}
    </nav>
  );
}
