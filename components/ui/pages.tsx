import type { Route } from "next";
import Link from "next/link";
import { buttonClass } from "./button-class.ts";

/** Where in a long list the page stands, and the way to the pages beside it; nothing for one page. */
export function Pages({
  view: { page, pages, total },
  size,
  hrefOf,
}: {
  view: { readonly page: number; readonly pages: number; readonly total: number };
  /** Rows on a full page. */
  size: number;
  hrefOf: (page: number) => Route;
}) {
  if (pages <= 1) return null;
  const first = (page - 1) * size + 1;
  const link = (to: number, label: string) =>
    to < 1 || to > pages ? null : (
      <Link href={hrefOf(to)} prefetch={false} className={buttonClass()}>
        {label}
      </Link>
    );
  return (
    <nav aria-label="Pages" className="no-print flex items-center gap-2 text-sm">
      <span className="mr-auto text-muted">
        {first}–{Math.min(total, first + size - 1)} of {total}, page {page} of {pages}
      </span>
      {link(page - 1, "Previous")}
      {link(page + 1, "Next")}
    </nav>
  );
}
