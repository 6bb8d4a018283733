import Link from "next/link";
import type { CountsAs, MergedRow } from "#/lib/contract/merged.ts";
import { type ChangeId, sayChange } from "#/lib/coverage/lineage/change-facts.ts";
import { formatDay, gapName } from "#/lib/format.ts";
import { DecideFix } from "../decide/decide-fix.tsx";
import { prepareOffers } from "../decide/prepare-offers.ts";
import { InventedMark } from "../gap/invented-mark.tsx";
import { paths } from "../layout/paths.ts";
import { kindText } from "./kind-text.ts";
import { MergedWhy } from "./merged-why.tsx";
import { PersonWord } from "./person-word.tsx";

const SHA_SHOWN = 8;

function Name({ row: { number, sha, url } }: { row: MergedRow }) {
  const name = number === null ? (sha ?? "").slice(0, SHA_SHOWN) : `#${number}`;
  const look = `text-[0.8125rem] text-muted ${number === null ? "font-mono" : ""}`;
  if (url === null) return <span className={look}>{name}</span>;
  return (
    <a href={url} className={`${look} figure-link inline-flex min-h-6 items-center`}>
      {name}
      <span className="sr-only"> on the forge</span>
    </a>
  );
}

function Facts({ row, timeZone }: { row: MergedRow; timeZone: string }) {
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-0.5 text-muted text-xs">
      <span title={row.repository}>{row.alias}</span>
      <span className="whitespace-nowrap">
        {row.number === null ? "committed" : "merged"} {formatDay(row.mergedAt, timeZone)}
      </span>
      {row.author === null ? null : <span className="wrap-anywhere">by {row.author}</span>}
      <span>{kindText(row.kind)}</span>
      {row.item === null ? null : (
        <Link
          href={paths.gap(row.item)}
          prefetch={false}
          className="figure-link inline-flex min-h-6 items-center text-ink"
        >
          {gapName(row.item)}
        </Link>
      )}
    </p>
  );
}

/** What it has to do with other changes of its repository. */
function Kin({ row: { alias, copyOf, revertedBy }, slug }: { row: MergedRow; slug: string }) {
  const link = (id: ChangeId, counts: CountsAs) =>
    typeof id === "string" ? (
      <span title={id}>{sayChange(id)}</span>
    ) : (
      <Link
        href={paths.merged(slug, { counts, repo: alias, q: sayChange(id) })}
        prefetch={false}
        className="figure-link inline-flex min-h-6 items-center"
      >
        {sayChange(id)}
      </Link>
    );
  if (copyOf === null && revertedBy === null) return null;
  return (
    <p className="flex flex-wrap gap-x-3 text-xs">
      {copyOf === null ? null : <span>A copy of {link(copyOf, "fix")}</span>}
      {revertedBy === null ? null : <span>Taken back by {link(revertedBy, "excluded")}</span>}
    </p>
  );
}

/** One merged pull request, or a commit without one. */
export function MergedRowLine({
  row,
  slug,
  counts,
  timeZone,
}: {
  row: MergedRow;
  slug: string;
  counts: CountsAs;
  timeZone: string;
}) {
  return (
    <li className="grid gap-x-5 gap-y-1.5 py-3 focus-within:bg-hover sm:grid-cols-[4.5rem_minmax(0,1fr)_auto]">
      <div>
        <Name row={row} />
      </div>
      <div className="flex min-w-0 flex-col gap-1">
        <h2 className="wrap-anywhere font-medium text-sm">
          {row.title} {row.invented ? <InventedMark /> : null}
        </h2>
        <Facts row={row} timeZone={timeZone} />
        <MergedWhy row={row} />
        <Kin row={row} slug={slug} />
        {row.decision === null ? null : <PersonWord decision={row.decision} timeZone={timeZone} />}
      </div>
      {row.number === null ? null : (
        <div className="sm:w-44 sm:[&>div]:justify-end">
          <DecideFix
            subject={{ slug, alias: row.alias, number: row.number, title: row.title }}
            offers={prepareOffers({ ...row, counts })}
          />
        </div>
      )}
    </li>
  );
}
