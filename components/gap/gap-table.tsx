import { ArrowDown, ArrowUp } from "lucide-react";
import type { GapFilter } from "#/lib/contract/gap-filter.ts";
import type { GapsView } from "#/lib/contract/gaps.ts";
import type { ProgramView } from "#/lib/contract/program.ts";
import { measureText } from "../verdict/measure-text.ts";
import { FILTER_FORM } from "./gap-filters.tsx";
import { GapRowLine } from "./gap-row-line.tsx";
import type { ClaimAction } from "./use-claim.ts";

type Sort = GapFilter["sort"];
type Head = {
  readonly label: string;
  readonly up: Sort | null;
  readonly down: Sort | null;
  readonly className: string;
};

const HEADS: readonly Head[] = [
  { label: "Id", up: "item", down: "-item", className: "" },
  { label: "Title", up: "title", down: null, className: "w-full" },
  { label: "Repository", up: "repo", down: null, className: "hidden md:table-cell" },
  { label: "Verdict", up: null, down: null, className: "hidden sm:table-cell" },
  { label: "Reaches", up: null, down: null, className: "hidden lg:table-cell" },
  { label: "Cluster", up: null, down: null, className: "hidden xl:table-cell" },
  { label: "Entered", up: "entered", down: "-entered", className: "hidden md:table-cell" },
  { label: "Claim", up: null, down: null, className: "" },
];

function HeadCell({ head, sort, label }: { head: Head; sort: Sort; label: string }) {
  const { up, down, className } = head;
  const first = down === "-entered" ? down : (up ?? down);
  if (first === null) {
    return (
      <th scope="col" className={className}>
        {label}
      </th>
    );
  }
  const state = sort === up ? "ascending" : sort === down ? "descending" : undefined;
  const other = sort === up ? down : up;
  const next = state === undefined ? first : (other ?? first);
  const Arrow = state === "ascending" ? ArrowUp : ArrowDown;
  return (
    <th scope="col" className={className} aria-sort={state ?? "none"}>
      <button
        type="submit"
        form={FILTER_FORM}
        name="sort"
        value={next}
        className="-mx-1 inline-flex h-6 items-center gap-1 rounded px-1 font-medium hover:text-ink"
      >
        {label}
        <Arrow aria-hidden className={`size-3 ${state === undefined ? "invisible" : ""}`} />
      </button>
    </th>
  );
}

/** The rows of one page of the list. */
export function GapTable({
  filter,
  view,
  program,
  onClaim,
}: {
  filter: GapFilter;
  view: GapsView;
  program: ProgramView;
  onClaim: (action: ClaimAction) => void;
}) {
  const enteredAs = filter.population === "issue" ? "Opened" : "Merged";
  return (
    <table className="data-table">
      <caption className="sr-only">
        Items with their verdict at {measureText(view.measure).headline}, page {view.page} of{" "}
        {view.pages}
      </caption>
      <thead>
        <tr>
          {HEADS.map((head) => (
            <HeadCell
              key={head.label}
              head={head}
              sort={filter.sort}
              label={head.label === "Entered" ? enteredAs : head.label}
            />
          ))}
        </tr>
      </thead>
      <tbody>
        {view.rows.map((row) => (
          <GapRowLine
            key={row.item}
            row={row}
            slug={program.slug}
            measure={view.measure}
            timeZone={program.timeZone}
            onClaim={onClaim}
          />
        ))}
      </tbody>
    </table>
  );
}
