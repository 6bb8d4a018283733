import type { GateView } from "#/lib/contract/gates.ts";
import { count } from "#/lib/format.ts";
import { ScrollBox } from "../ui/scroll-box.tsx";
import { GateRow } from "./gate-row.tsx";

const HEADS = ["Gate", "Kind", "Triggers", "On PRs", "Required", "Masked", "Findings"];

export function GateTable({
  slug,
  label,
  gates,
}: {
  slug: string;
  label: string;
  gates: readonly GateView[];
}) {
  return (
    <ScrollBox label={label}>
      <table className="data-table">
        <caption className="sr-only">
          {label}: {count(gates.length, "job")} of workflow files that were read
        </caption>
        <thead>
          <tr>
            {HEADS.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            <th scope="col" className="num" title="Items whose evidence names the gate">
              Holds up
            </th>
          </tr>
        </thead>
        <tbody>
          {gates.map((gate) => (
            <GateRow key={gate.id} slug={slug} gate={gate} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
