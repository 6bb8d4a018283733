import type { GateFilter } from "#/lib/contract/gate-filter.ts";
import type { GatesView } from "#/lib/contract/gates.ts";
import { count } from "#/lib/format.ts";
import { Empty } from "../ui/empty.tsx";
import { FindingLegend } from "./finding-legend.tsx";
import { GateTable } from "./gate-table.tsx";
import { isNarrowed, splitByTests } from "./say-gates.ts";

function Nothing({ view, filter }: { view: GatesView; filter: GateFilter }) {
  if (view.counts.all > 0) {
    return (
      <Empty title={`None of ${count(view.counts.all, "job")} matches`}>
        Clear the filters to see them all.
      </Empty>
    );
  }
  if (view.notRead.length > 0 && !isNarrowed(filter)) {
    return (
      <Empty title="No gates are known">
        What was read holds no job, and not everything was read.
      </Empty>
    );
  }
  return <Empty title="No gates">No workflow file that was read holds a job.</Empty>;
}

/** The gates that run tests, and folded away those that run none. */
export function GateLists({
  slug,
  view,
  filter,
}: {
  slug: string;
  view: GatesView;
  filter: GateFilter;
}) {
  const { tests, others } = splitByTests(view.gates);
  if (view.gates.length === 0) return <Nothing view={view} filter={filter} />;
  return (
    <div className="flex min-w-0 flex-col gap-4">
      {tests.length === 0 ? null : <GateTable slug={slug} label="Gates" gates={tests} />}
      {others.length === 0 ? null : (
        // Whoever asked for something wants to see all that answers.
        <details open={tests.length === 0 || isNarrowed(filter)}>
          <summary className="min-h-6 w-fit rounded text-muted text-sm hover:text-ink">
            {count(others.length, "job")} that {others.length === 1 ? "runs" : "run"} no test
          </summary>
          <div className="mt-2">
            <GateTable slug={slug} label="Jobs that run no test" gates={others} />
          </div>
        </details>
      )}
      <FindingLegend gates={view.gates} />
    </div>
  );
}
