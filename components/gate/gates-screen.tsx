import type { GatesView, GateView } from "#/lib/contract/gates.ts";
import { count } from "#/lib/format.ts";
import { PageHeader } from "../layout/page-header.tsx";
import { Empty } from "../ui/empty.tsx";
import { Notice } from "../ui/notice.tsx";
import { ScrollBox } from "../ui/scroll-box.tsx";
import { Section } from "../ui/section.tsx";
import { GateRow } from "./gate-row.tsx";

const HEADS = ["Gate", "Kind", "Triggers", "On PRs", "Masked", "Findings"];

function GateTable({ gates }: { gates: readonly GateView[] }) {
  return (
    <ScrollBox label="Gates">
      <table className="data-table">
        <caption className="sr-only">
          Gates: {count(gates.length, "job")} of workflow files that were read
        </caption>
        <thead>
          <tr>
            {HEADS.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            <th scope="col" className="num">
              Holds up
            </th>
          </tr>
        </thead>
        <tbody>
          {gates.map((gate) => (
            <GateRow key={gate.id} gate={gate} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function FileFindings({ view }: { view: GatesView }) {
  if (view.fileFindings.length === 0) return null;
  return (
    <Section id="files" title="Workflow files without a readable job">
      <ul className="divide-y divide-line border-line border-y text-sm">
        {view.fileFindings.map((finding) => (
          <li
            key={`${finding.alias}:${finding.workflow}:${finding.rule}:${finding.line}`}
            className="py-2"
          >
            <span className="font-mono text-xs">
              {finding.alias} {finding.workflow}
              {finding.line === null ? null : `:${finding.line}`}
            </span>
            <p className="text-muted">
              {finding.message} <span className="text-xs">({finding.rule})</span>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Which gates exist, and are they real? */
export function GatesScreen({ view }: { view: GatesView }) {
  const masked = view.gates.filter((gate) => gate.masked).length;
  return (
    <div className="flex flex-col gap-6">
      <div>
        <PageHeader title="Gates">
          {count(view.gates.length, "job")} of the workflow files that were read
          {masked === 0
            ? ", none masked."
            : `, ${masked} masked: a failing test of theirs turns nothing red.`}{" "}
          What a gate holds up are the items whose evidence names it.
        </PageHeader>
        {view.notRead.length === 0 ? null : (
          <Notice>
            <p>Workflow files not read; gates may exist that are missing here:</p>
            <ul className="mt-1 list-disc pl-5">
              {view.notRead.map((entry) => (
                <li key={entry.alias}>
                  <strong className="font-medium">{entry.alias}</strong>: {entry.why}
                </li>
              ))}
            </ul>
          </Notice>
        )}
      </div>
      {view.gates.length === 0 ? (
        <Empty title="No gates">No workflow file that was read holds a job.</Empty>
      ) : (
        <GateTable gates={view.gates} />
      )}
      <FileFindings view={view} />
    </div>
  );
}
