import Link from "next/link";
import { Fragment } from "react";
import type { ItemView } from "#/lib/contract/item.ts";
import { type ChangeId, sayChange } from "#/lib/coverage/lineage/change-facts.ts";
import { paths } from "../layout/paths.ts";

/** The pull requests that carried the same change elsewhere, and what took it back. */
export function Kin({ view: { row, program, copies, revertedBy } }: { view: ItemView }) {
  const link = (id: ChangeId) =>
    typeof id === "string" ? (
      <span title={id}>{sayChange(id)}</span>
    ) : (
      <Link
        href={paths.merged(program.slug, { repo: row.alias, q: sayChange(id) })}
        prefetch={false}
        className="figure-link text-ink"
      >
        {sayChange(id)}
      </Link>
    );
  if (copies.length === 0 && revertedBy === null) return null;
  return (
    <p className="mt-1 text-muted text-sm">
      {copies.length === 0 ? null : (
        <>
          Also merged as{" "}
          {copies.map((number, index) => (
            <Fragment key={number}>
              {index === 0 ? null : ", "}
              {link(number)}
            </Fragment>
          ))}
          {revertedBy === null ? "." : "; "}
        </>
      )}
      {revertedBy === null ? null : (
        <>
          {copies.length === 0 ? "Taken" : "taken"} back by {link(revertedBy)}.
        </>
      )}
    </p>
  );
}
