import Link from "next/link";
import type { GapFilter } from "#/lib/contract/gap-filter.ts";
import { paths } from "../layout/paths.ts";

const POPULATIONS = [
  ["fix", "Fixes"],
  ["issue", "Issues and declared gaps"],
] as const;

/** The two populations, which no percentage mixes. */
export function PopulationTabs({ slug, filter }: { slug: string; filter: GapFilter }) {
  const { measure, verdict } = filter;
  return (
    <nav aria-label="Population" className="no-print flex gap-1 text-[0.8125rem]">
      {POPULATIONS.map(([population, label]) => {
        const here = filter.population === population;
        return (
          <Link
            key={population}
            href={paths.gaps(slug, { measure, verdict, population })}
            prefetch={false}
            aria-current={here ? "true" : undefined}
            className={`inline-flex h-7 items-center rounded-md px-2.5 ${here ? "bg-hover font-medium" : "text-muted hover:bg-hover hover:text-ink"}`}
          >
            {label}
          </Link>
        );
      })}
    </nav>
  );
}
