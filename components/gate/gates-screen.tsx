import type { GateFilter } from "#/lib/contract/gate-filter.ts";
import type { GatesView } from "#/lib/contract/gates.ts";
import { PageHeader } from "../layout/page-header.tsx";
import { Notice } from "../ui/notice.tsx";
import { FileFindings } from "./file-findings.tsx";
import { GateFilters } from "./gate-filters.tsx";
import { GateLists } from "./gate-lists.tsx";
import { OrphanTests } from "./orphan-tests.tsx";
import { RequiredChecks } from "./required-checks.tsx";
import { sayGates } from "./say-gates.ts";

function Limits({ view, ignored }: { view: GatesView; ignored: readonly string[] }) {
  return (
    <>
      {ignored.length === 0 ? null : (
        <Notice>
          Left out of the address, because it was not understood: {ignored.join(", ")}.
        </Notice>
      )}
      {view.notRead.length === 0 ? null : (
        <Notice>
          <p>Workflow files not read; gates may exist that are missing here:</p>
          <ul className="mt-1 list-disc pl-5">
            {view.notRead.map(({ alias, why }) => (
              <li key={alias} className="wrap-anywhere">
                <strong className="font-medium">{alias}</strong>: {why}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

/** Which gates exist, are they real, and does a failing one stop a merge? */
export function GatesScreen({
  slug,
  filter,
  ignored,
  view,
}: {
  slug: string;
  filter: GateFilter;
  ignored: readonly string[];
  view: GatesView;
}) {
  return (
    <div className="flex flex-col gap-9">
      <div className="flex flex-col gap-3">
        <PageHeader title="Gates">
          <strong role="status" className="font-semibold text-ink">
            {sayGates(view, filter)}.
          </strong>{" "}
          A failing test of a masked gate turns nothing red; one that is not required stops no
          merge. What a gate holds up are the items whose evidence names it.
        </PageHeader>
        <Limits view={view} ignored={ignored} />
        <GateFilters slug={slug} filter={filter} repos={view.repos} />
        <GateLists slug={slug} view={view} filter={filter} />
      </div>
      <FileFindings findings={view.fileFindings} />
      <RequiredChecks slug={slug} checks={view.requiredChecks} />
      <OrphanTests views={view.orphans} />
    </div>
  );
}
