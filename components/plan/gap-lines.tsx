import Link from "next/link";
import type { PlanGap } from "#/lib/contract/plan.ts";
import { formatInstant, gapName } from "#/lib/format.ts";
import { paths } from "../layout/paths.ts";

/** Gaps by their names, each with whoever holds a claim on it. */
export function GapLines({ gaps, timeZone }: { gaps: readonly PlanGap[]; timeZone: string }) {
  return (
    <ul className="mt-1 divide-y divide-line border-line border-y text-sm">
      {gaps.map(({ item, alias, number, title, claim }) => (
        <li key={item} className="flex flex-wrap items-baseline gap-x-2 py-1">
          <Link
            href={paths.gap(item)}
            prefetch={false}
            className="figure-link inline-flex min-h-6 items-center whitespace-nowrap font-mono text-xs"
          >
            {gapName(item)}
          </Link>
          <span className="wrap-anywhere min-w-0">
            {title}{" "}
            <span className="whitespace-nowrap text-muted text-xs">
              {alias}
              {number === null ? null : `#${number}`}
            </span>
          </span>
          {claim === null ? null : (
            <span className="text-muted text-xs">
              {claim.mine ? "yours" : `claimed by ${claim.by}`} until{" "}
              {formatInstant(claim.expiresAt, timeZone)}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
