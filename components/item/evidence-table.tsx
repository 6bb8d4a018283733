import Link from "next/link";
import type { EvidenceView, ItemView } from "#/lib/contract/item.ts";
import { paths } from "../layout/paths.ts";
import { ScrollBox } from "../ui/scroll-box.tsx";
import { RungBadge } from "../verdict/rung-badge.tsx";

function Row({ evidence, slug }: { evidence: EvidenceView; slug: string }) {
  return (
    <tr>
      <td>
        <RungBadge rung={evidence.rung} />
      </td>
      <td className="min-w-64 break-all font-mono text-xs">
        {evidence.url === null ? (
          evidence.path
        ) : (
          <a href={evidence.url} className="figure-link">
            {evidence.path}
          </a>
        )}
      </td>
      <td className="font-mono text-xs">
        {evidence.gate === null ? (
          <span className="text-muted">—</span>
        ) : evidence.gateId === null ? (
          evidence.gate
        ) : (
          <Link href={paths.gate(slug, evidence.gateId)} prefetch={false} className="figure-link">
            {evidence.gate}
          </Link>
        )}
      </td>
      <td className="min-w-56">
        {evidence.note}
        <span className="block text-muted text-xs">{evidence.rule}</span>
      </td>
    </tr>
  );
}

export function EvidenceTable({ view }: { view: ItemView }) {
  if (view.evidence.length === 0) {
    return (
      <p className="border-line border-y py-3 text-muted text-sm">
        None. No test or job that was read leads to this item
        {view.unknownAbove === null
          ? "."
          : `; not everything could be read: ${view.unknownAbove.missing}`}
      </p>
    );
  }
  return (
    <ScrollBox label="Evidence">
      <table className="data-table">
        <caption className="sr-only">Evidence of this item</caption>
        <thead>
          <tr>
            <th scope="col">Reaches</th>
            <th scope="col">File</th>
            <th scope="col">Gate</th>
            <th scope="col">Why it counts</th>
          </tr>
        </thead>
        <tbody>
          {view.evidence.map((evidence, index) => (
            <Row
              // One file may be evidence by the same rule at two rungs; the list never reorders.
              key={`${index}:${evidence.path}`}
              evidence={evidence}
              slug={view.program.slug}
            />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
