import Link from "next/link";
import type { GapRow } from "#/lib/contract/gaps.ts";
import type { Measure } from "#/lib/coverage/measure.ts";
import { formatDay, gapName } from "#/lib/format.ts";
import { paths } from "../layout/paths.ts";
import { RungBadge } from "../verdict/rung-badge.tsx";
import { VerdictBadge } from "../verdict/verdict-badge.tsx";
import { ClaimCell } from "./claim-cell.tsx";
import { InventedMark } from "./invented-mark.tsx";
import { PriorityMark } from "./priority-mark.tsx";
import type { ClaimAction } from "./use-claim.ts";

function TitleCell({ row }: { row: GapRow }) {
  return (
    <td className="min-w-0">
      <PriorityMark priority={row.priority} />
      <Link
        href={paths.gap(row.item)}
        prefetch={false}
        data-row-link
        className="scroll-my-24 font-medium hover:underline"
      >
        {row.title}
      </Link>
      {row.kind === "declared" ? <span className="ml-1.5 text-muted">declared</span> : null}
      {row.number === null ? null : (
        <span className="ml-1.5 whitespace-nowrap text-muted">
          {row.url === null ? (
            `#${row.number}`
          ) : (
            <a
              href={row.url}
              className="inline-flex min-h-6 min-w-6 items-center hover:text-ink hover:underline"
            >
              #{row.number}
              <span className="sr-only"> on the forge</span>
            </a>
          )}
        </span>
      )}
      {row.invented ? <InventedMark /> : null}
      <span className="mt-0.5 flex flex-wrap gap-x-3 text-muted text-xs md:hidden">
        <span className="sm:hidden">
          <VerdictBadge verdict={row.verdict} />
        </span>
        {row.alias}
      </span>
    </td>
  );
}

function ClusterName({
  cluster,
  slug,
  measure,
}: {
  cluster: GapRow["cluster"];
  slug: string;
  measure: Measure;
}) {
  return cluster === null ? (
    <span className="text-muted">—</span>
  ) : (
    <Link
      href={paths.cluster(slug, cluster.key, measure)}
      prefetch={false}
      className="hover:underline"
    >
      {cluster.name}
    </Link>
  );
}

export function GapRowLine({
  row,
  slug,
  measure,
  timeZone,
  onClaim,
}: {
  row: GapRow;
  slug: string;
  measure: Measure;
  timeZone: string;
  onClaim: (action: ClaimAction) => void;
}) {
  return (
    <tr className="focus-within:bg-hover">
      <th scope="row" className="whitespace-nowrap">
        <Link
          href={paths.gap(row.item)}
          prefetch={false}
          tabIndex={-1}
          className="text-muted hover:underline"
        >
          {gapName(row.item)}
        </Link>
      </th>
      <TitleCell row={row} />
      <td className="hidden whitespace-nowrap md:table-cell" title={row.repository}>
        {row.alias}
      </td>
      <td className="hidden sm:table-cell">
        <VerdictBadge verdict={row.verdict} />
      </td>
      <td className="hidden lg:table-cell">
        <RungBadge rung={row.rung} />
      </td>
      <td className="hidden min-w-44 xl:table-cell">
        <ClusterName cluster={row.cluster} slug={slug} measure={measure} />
      </td>
      <td className="hidden whitespace-nowrap text-muted md:table-cell">
        {formatDay(row.enteredAt, timeZone)}
      </td>
      <td className="whitespace-nowrap">
        <ClaimCell row={row} timeZone={timeZone} onClaim={onClaim} />
      </td>
    </tr>
  );
}
