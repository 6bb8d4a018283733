import type { GateDefinitionView, TriggerView } from "#/lib/contract/gate.ts";
import { ScrollBox } from "../ui/scroll-box.tsx";
import { sayActivities } from "./say-activities.ts";

const at = (line: number | null) => (line === null ? null : `line ${line}`);

function Row({ trigger }: { trigger: TriggerView }) {
  const { event, line, filters } = trigger;
  return (
    <tr>
      <th scope="row">
        {event}
        <span className="block font-normal text-muted text-xs">{at(line)}</span>
      </th>
      <td>{sayActivities(trigger) ?? <span className="text-muted">—</span>}</td>
      <td>
        {filters.length === 0 ? (
          <span className="text-muted">none</span>
        ) : (
          <ul>
            {filters.map((filter) => (
              <li key={`${filter.kind}:${filter.line}:${filter.pattern}`}>
                <span className="text-muted text-xs">{filter.kind}</span>{" "}
                <span className="break-all font-mono text-xs">{filter.pattern}</span>{" "}
                <span className="whitespace-nowrap text-muted text-xs">{at(filter.line)}</span>
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  );
}

/** What starts the workflow, every filter with its line. */
export function GateTriggers({ triggers }: Pick<GateDefinitionView, "triggers">) {
  if (triggers.length === 0) {
    return <p className="text-muted text-sm">Nothing starts it: no event is named.</p>;
  }
  return (
    <ScrollBox label="Triggers">
      <table className="data-table">
        <caption className="sr-only">Triggers of this gate</caption>
        <thead>
          <tr>
            <th scope="col">Event</th>
            <th scope="col">Activities</th>
            <th scope="col">Filters</th>
          </tr>
        </thead>
        <tbody>
          {triggers.map((trigger) => (
            <Row key={`${trigger.event}:${trigger.line}`} trigger={trigger} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
