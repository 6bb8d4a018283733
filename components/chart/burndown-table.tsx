import type { BurndownSeries } from "#/lib/contract/overview.ts";

/** The numbers of the chart, for reading aloud, copying and testing. */
export function BurndownTable({ series, title }: { series: BurndownSeries; title: string }) {
  return (
    <details className="no-print mt-2 text-xs">
      <summary className="w-fit rounded text-muted hover:text-ink">Show the numbers</summary>
      <div className="mt-2 max-h-72 overflow-y-auto">
        <table className="data-table">
          <caption className="sr-only">{title}, day by day</caption>
          <thead className="sticky top-0 bg-canvas">
            <tr>
              <th scope="col">Day</th>
              {["Scope", "Covered", "Gaps", "Waived", "Unknown"].map((head) => (
                <th key={head} scope="col" className="num">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {series.points.toReversed().map((point) => (
              <tr key={point.day}>
                <th scope="row">{point.day}</th>
                <td className="num">{point.inScope}</td>
                <td className="num">{point.covered}</td>
                <td className="num">{point.gap}</td>
                <td className="num">{point.waived}</td>
                <td className="num">{point.unknown}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
