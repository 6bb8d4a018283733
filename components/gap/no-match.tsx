import Link from "next/link";
import type { GapFilter } from "#/lib/contract/gap-filter.ts";
import { paths } from "../layout/paths.ts";
import { buttonClass } from "../ui/button-class.ts";
import { Empty } from "../ui/empty.tsx";

const isNarrowed = (filter: GapFilter) =>
  [filter.q, filter.part, filter.owner].some((value) => (value ?? "") !== "") ||
  [filter.repo, filter.cluster, filter.rung, filter.state].some((values) => values.length > 0);

/** An empty list: because of the filters, of the verdict, or because there is nothing yet. */
export function NoMatch({ slug, filter, all }: { slug: string; filter: GapFilter; all: number }) {
  const { verdict, measure, population } = filter;
  if (isNarrowed(filter)) {
    return (
      <Empty title={all === 0 ? "Nothing matches" : `None of ${all} match`}>
        <p className="mb-3">No item passes all of these filters at this measure.</p>
        <Link href={paths.gaps(slug, { verdict, measure, population })} className={buttonClass()}>
          Clear filters
        </Link>
      </Empty>
    );
  }
  if (all > 0) {
    return (
      <Empty title={`None of ${all} is ${verdict.join(" or ")} at this measure`}>
        <Link href={paths.gaps(slug, { measure, population })} className={buttonClass()}>
          Show all {all}
        </Link>
      </Empty>
    );
  }
  return (
    <Empty title="No item is in scope yet">
      <p className="mb-3">Items appear once a repository in scope was read whole.</p>
      <Link href={paths.program(slug)} className={buttonClass()}>
        See the scope
      </Link>
    </Empty>
  );
}
