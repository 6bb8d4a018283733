import Link from "next/link";
import type { MergedFilter, MergedView } from "#/lib/contract/merged.ts";
import { paths } from "../layout/paths.ts";
import { buttonClass } from "../ui/button-class.ts";
import { Empty } from "../ui/empty.tsx";
import { sayMergedCount } from "./counts-text.ts";

/** An empty list: because it is not known, because of the filters, or because there is none. */
export function NoMerged({
  slug,
  filter,
  view,
}: {
  slug: string;
  filter: MergedFilter;
  view: MergedView;
}) {
  const { counts } = filter;
  if (counts === "direct" && view.counts.direct === null) {
    return (
      <Empty title="Not known">
        No source of this program tells which commits no pull request brought.
      </Empty>
    );
  }
  if ([filter.repo, filter.kind, filter.q].some((value) => (value ?? "") !== "")) {
    return (
      <Empty title="Nothing matches">
        <p className="mb-3">{sayMergedCount(view.counts, counts)} with these filters.</p>
        <Link href={paths.merged(slug, { counts })} className={buttonClass()}>
          Clear filters
        </Link>
      </Empty>
    );
  }
  const { fix, excluded, unclassified } = view.counts;
  if (counts !== "direct" && fix + excluded + unclassified === 0) {
    return (
      <Empty title="No merged pull request yet">
        They appear once a repository in scope was read whole and judged.
      </Empty>
    );
  }
  return <Empty title="None">{`${sayMergedCount(view.counts, counts)}.`}</Empty>;
}
