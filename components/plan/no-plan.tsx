import type { PlanView } from "#/lib/contract/plan.ts";
import type { ProgramView } from "#/lib/contract/program.ts";
import { count } from "#/lib/format.ts";
import { Empty } from "../ui/empty.tsx";

/** Why there is nothing to do, in words. */
export function NoPlan({ program, view }: { program: ProgramView; view: PlanView }) {
  if (program.assessedAt === null) {
    return (
      <Empty title="Not audited yet">
        The plan comes with the first assessment, once a repository of the program is read.
      </Empty>
    );
  }
  if (view.gaps > 0) {
    return (
      <Empty title={`No piece of work closes any of ${count(view.gaps, "gap")}`}>
        Put gaps that belong together in a cluster: a new gate for it is then offered here.
      </Empty>
    );
  }
  if (view.now.of === 0) {
    return (
      <Empty title="Nothing to plan with">
        No fix is judged as covered or as a gap at the measure {view.measure}.
      </Empty>
    );
  }
  return <Empty title="No gaps">Every judged fix is covered at the measure {view.measure}.</Empty>;
}
