import { TriangleAlert } from "lucide-react";
import type { GateView } from "#/lib/contract/gates.ts";

function List({ title, values }: { title: string; values: readonly string[] }) {
  if (values.length === 0) return null;
  return (
    <details className="mt-0.5 text-muted text-xs">
      <summary className="min-h-6 w-fit rounded leading-6">
        {title}: {values.length}
      </summary>
      <ul className="pl-3 font-mono">
        {values.map((value) => (
          <li key={value} className="break-all">
            {value}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Name({ gate }: { gate: GateView }) {
  const place = `${gate.workflow.split("/").at(-1)}:${gate.line}`;
  return (
    <th scope="row" className="min-w-60">
      {gate.name}
      {gate.job === gate.name ? null : (
        <span className="font-normal text-muted"> ({gate.job})</span>
      )}
      <span
        className="block break-words font-normal text-muted text-xs"
        title={`${gate.workflow}, line ${gate.line}`}
      >
        {gate.alias}{" "}
        {gate.url === null ? (
          <span className="font-mono">{place}</span>
        ) : (
          <a href={gate.url} className="figure-link font-mono">
            {place}
          </a>
        )}
      </span>
      <span className="block font-normal">
        <List title="path filters" values={gate.paths} />
        <List title="tests it selects" values={gate.testPaths} />
      </span>
    </th>
  );
}

function Findings({ gate }: { gate: GateView }) {
  if (gate.findings.length === 0) return <span className="text-muted">—</span>;
  return (
    <ul className="space-y-1">
      {gate.findings.map((finding) => (
        <li key={`${finding.rule}:${finding.line}:${finding.message}`}>
          {finding.message}
          <span className="text-muted text-xs">
            {" "}
            {finding.rule}
            {finding.line === null ? null : `, line ${finding.line}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

export function GateRow({ gate }: { gate: GateView }) {
  return (
    <tr id={`gate-${gate.id}`} className="scroll-mt-20 target:bg-hover">
      <Name gate={gate} />
      <td>{gate.kind}</td>
      <td className="max-w-40 text-xs">{gate.triggers.join(", ")}</td>
      <td>{gate.runsOnPullRequest ? "yes" : <strong className="font-medium">no</strong>}</td>
      <td className="min-w-28">
        {gate.masked ? (
          <span className="flex items-start gap-1.5">
            <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0 text-nogate" />
            <span>
              yes
              {gate.maskReason === null ? null : (
                <span className="block text-muted text-xs">{gate.maskReason}</span>
              )}
            </span>
          </span>
        ) : (
          <span className="text-muted">no</span>
        )}
      </td>
      <td className="min-w-56">
        <Findings gate={gate} />
      </td>
      <td className="num" title="Items whose evidence names this gate">
        {gate.holds}
      </td>
    </tr>
  );
}
