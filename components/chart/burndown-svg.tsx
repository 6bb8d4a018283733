import type { BurndownChart } from "./prepare-burndown.ts";
import { stepPath } from "./step-path.ts";

/** The lines alone, stretched over the plot; needs no script, so it is the first paint and the print. */
export function BurndownSvg({ chart }: { chart: BurndownChart }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 1000 1000"
      preserveAspectRatio="none"
      className="absolute inset-0 size-full overflow-visible"
    >
      {chart.lines.map((line) => (
        <path
          key={line.key}
          d={stepPath(
            chart.rows.map((row) => row[line.key]),
            chart.yMax,
          )}
          fill="none"
          stroke={line.colour}
          strokeWidth={line.key === "main" ? 2.25 : 1.5}
          strokeDasharray={line.dash ?? undefined}
          strokeLinejoin="round"
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  );
}
