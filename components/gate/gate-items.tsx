import Link from "next/link";
import type { GateDetailView } from "#/lib/contract/gate.ts";
import { count, gapName } from "#/lib/format.ts";
import { paths } from "../layout/paths.ts";
import { VerdictBadge } from "../verdict/verdict-badge.tsx";

/** The first items that the gate holds up, and the list of them all. */
export function GateItems({ slug, view: { gate, items } }: { slug: string; view: GateDetailView }) {
  const { holds, holdsIssues } = gate;
  if (holds + holdsIssues === 0) {
    return <p className="text-muted text-sm">Nothing: no item’s evidence names it.</p>;
  }
  const link = "figure-link inline-flex min-h-6 items-center";
  return (
    <>
      <ul className="divide-y divide-line border-line border-y text-sm">
        {items.map((row) => (
          <li key={row.item} className="flex flex-wrap items-center gap-x-3 py-1.5">
            <Link href={paths.gap(row.item)} prefetch={false} className={`${link} w-16 text-xs`}>
              {gapName(row.item)}
            </Link>
            <VerdictBadge verdict={row.verdict} />
            <span className="wrap-anywhere min-w-0 basis-full sm:flex-1 sm:basis-0">
              {row.title}
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-1 flex flex-wrap gap-x-4 text-sm">
        {holds === 0 ? null : (
          <Link href={paths.gaps(slug, { gate: gate.id })} prefetch={false} className={link}>
            {holds > items.length ? `All ${count(holds, "fix", "fixes")}` : "The list of them"}
          </Link>
        )}
        {holdsIssues === 0 ? null : (
          <Link
            href={paths.gaps(slug, { gate: gate.id, population: "issue" })}
            prefetch={false}
            className={link}
          >
            {count(holdsIssues, "open issue or declared gap", "open issues and declared gaps")}
          </Link>
        )}
      </p>
    </>
  );
}
