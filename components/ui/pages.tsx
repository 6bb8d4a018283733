import Link from "next/link";
import { type GapFilter, PAGE_SIZE } from "#/lib/contract/gap-filter.ts";
import type { GapsView } from "#/lib/contract/gaps.ts";
import { paths } from "../layout/paths.ts";
import { buttonClass } from "../ui/button-class.ts";

export function Pages({ slug, filter, view }: { slug: string; filter: GapFilter; view: GapsView }) {
  if (view.pages <= 1) return null;
  const first = (view.page - 1) * PAGE_SIZE + 1;
  const link = (page: number, label: string) =>
    page < 1 || page > view.pages ? null : (
      <Link href={paths.gaps(slug, { ...filter, page })} prefetch={false} className={buttonClass()}>
        {label}
      </Link>
    );
  return (
    <nav aria-label="Pages" className="no-print flex items-center gap-2 text-sm">
      <span className="mr-auto text-muted">
        {first}–{Math.min(view.total, first + PAGE_SIZE - 1)} of {view.total}, page {view.page} of{" "}
        {view.pages}
      </span>
      {link(view.page - 1, "Previous")}
      {link(view.page + 1, "Next")}
    </nav>
  );
}
