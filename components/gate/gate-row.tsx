import Link from "next/link";
import type { GateView } from "#/lib/contract/gates.ts";
import { paths } from "../layout/paths.ts";
import { GateFindings } from "./gate-findings.tsx";
import { HeldItems } from "./held-items.tsx";
import { MaskMark } from "./mask-mark.tsx";
import { PlaceLink } from "./place-link.tsx";
import { RequiredMark } from "./required-mark.tsx";
import { sayFlaws } from "./say-gates.ts";

function Values({ title, values }: { title: string; values: readonly string[] }) {
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

function Name({ slug, gate }: { slug: string; gate: GateView }) {
  const flaws = sayFlaws(gate);
  return (
    <th scope="row" className="min-w-60">
      <Link href={paths.gate(slug, gate.id)} prefetch={false} className="figure-link wrap-anywhere">
        {gate.name}
      </Link>
      {gate.job === gate.name ? null : (
        <span className="wrap-anywhere font-normal text-muted"> ({gate.job})</span>
      )}
      <span className="block font-normal text-muted text-xs">
        {gate.alias} <PlaceLink path={gate.workflow} line={gate.line} url={gate.url} short />
      </span>
      {flaws === "" ? null : (
        // Where the columns that say it are out of sight.
        <span className="block font-normal text-xs sm:hidden">{flaws}</span>
      )}
      <span className="block font-normal">
        <Values title="path filters" values={gate.paths} />
        <Values title="tests it selects" values={gate.testPaths} />
      </span>
    </th>
  );
}

export function GateRow({ slug, gate }: { slug: string; gate: GateView }) {
  return (
    <tr id={`gate-${gate.id}`} className="scroll-mt-20 target:bg-hover">
      <Name slug={slug} gate={gate} />
      <td>{gate.kind}</td>
      <td className="max-w-40 text-xs">{gate.triggers.join(", ")}</td>
      <td>{gate.runsOnPullRequest ? "yes" : <strong className="font-medium">no</strong>}</td>
      <td className="min-w-36">
        <RequiredMark gate={gate} />
      </td>
      <td className="min-w-28">
        <MaskMark gate={gate} />
      </td>
      <td className="min-w-56">
        <GateFindings workflow={gate.workflow} findings={gate.findings} />
      </td>
      <td className="num">
        <HeldItems slug={slug} gate={gate} />
      </td>
    </tr>
  );
}
