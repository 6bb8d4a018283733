import Link from "next/link";
import type { GapFilter } from "#/lib/contract/gap-filter.ts";
import type { GapsView } from "#/lib/contract/gaps.ts";
import { VERDICTS } from "#/lib/coverage/verdict.ts";
import { paths } from "../layout/paths.ts";
import { VerdictBadge } from "../verdict/verdict-badge.tsx";

const lookOf = (here: boolean) =>
  `inline-flex h-8 items-center gap-1.5 border-b-2 px-2.5 text-[0.8125rem] ${
    here ? "border-ink font-medium" : "border-transparent text-muted hover:text-ink"
  }`;

/** The verdicts of what the other filters leave, each with its number. */
export function VerdictTabs({
  slug,
  filter,
  view,
}: {
  slug: string;
  filter: GapFilter;
  view: GapsView;
}) {
  const all = VERDICTS.reduce((sum, verdict) => sum + view.counts[verdict], 0);
  return (
    <nav aria-label="Verdict" className="no-print flex overflow-x-auto border-line border-b">
      <Link
        href={paths.gaps(slug, { ...filter, verdict: [], page: 1 })}
        prefetch={false}
        aria-current={filter.verdict.length === 0 ? "true" : undefined}
        className={lookOf(filter.verdict.length === 0)}
      >
        All <span className="text-muted">{all}</span>
      </Link>
      {(["gap", "covered", "unknown", "waived"] as const).map((verdict) => (
        <Link
          key={verdict}
          href={paths.gaps(slug, { ...filter, verdict: [verdict], page: 1 })}
          prefetch={false}
          aria-current={filter.verdict.includes(verdict) ? "true" : undefined}
          className={lookOf(filter.verdict.includes(verdict))}
        >
          <VerdictBadge verdict={verdict} />
          <span className="text-muted">{view.counts[verdict]}</span>
        </Link>
      ))}
    </nav>
  );
}
