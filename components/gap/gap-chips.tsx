import { X } from "lucide-react";
import Link from "next/link";
import { GapFilter } from "#/lib/contract/gap-filter.ts";
import { paths } from "../layout/paths.ts";
import type { Chip } from "./prepare-chips.ts";

const NOTHING = GapFilter.parse({});

export function GapChips({
  slug,
  filter,
  chips,
}: {
  slug: string;
  filter: GapFilter;
  chips: readonly Chip[];
}) {
  if (chips.length === 0 && (filter.q ?? "") === "") return null;
  const kept = {
    measure: filter.measure,
    verdict: filter.verdict,
    population: filter.population,
    sort: filter.sort,
  };
  return (
    <ul aria-label="Filters in force" className="flex flex-wrap items-center gap-1.5">
      {chips.map((chip) => (
        <li key={chip.id}>
          <Link
            href={paths.gaps(slug, chip.without)}
            prefetch={false}
            aria-label={`Remove the filter ${chip.label}`}
            className="inline-flex h-6 items-center gap-1 rounded-full border border-line bg-sunken pr-1.5 pl-2.5 text-xs hover:bg-hover"
          >
            {chip.label}
            <X aria-hidden className="size-3.5 text-muted" />
          </Link>
        </li>
      ))}
      <li>
        <Link
          href={paths.gaps(slug, { ...NOTHING, ...kept })}
          prefetch={false}
          className="inline-flex h-6 items-center px-1.5 text-muted text-xs hover:text-ink"
        >
          Clear filters
        </Link>
      </li>
    </ul>
  );
}
