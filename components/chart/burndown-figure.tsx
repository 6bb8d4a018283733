import type { Route } from "next";
import Link from "next/link";
import type { BurndownSeries } from "#/lib/contract/overview.ts";
import type { ProgramView } from "#/lib/contract/program.ts";
import { formatInstant } from "#/lib/format.ts";
import { Empty } from "../ui/empty.tsx";
import { measureText } from "../verdict/measure-text.ts";
import { BurndownPlot } from "./burndown-plot.tsx";
import { BurndownTable } from "./burndown-table.tsx";
import { type BurndownChart, type Direction, prepareBurndown } from "./prepare-burndown.ts";

function Axes({ chart }: { chart: BurndownChart }) {
  return (
    <div aria-hidden className="text-[0.6875rem] text-muted">
      {chart.yTicks.map((tick) => (
        <div
          key={tick}
          className="absolute inset-x-0 border-line border-t"
          style={{ top: `${100 - (tick / chart.yMax) * 100}%` }}
        >
          <span className="absolute right-full -translate-y-1/2 pr-2">{tick}</span>
        </div>
      ))}
      {chart.xTicks.map((tick, index) => (
        <span
          key={tick.day}
          className={`absolute top-full pt-1.5 whitespace-nowrap ${
            index === 0
              ? ""
              : index === chart.xTicks.length - 1
                ? "-translate-x-full"
                : "-translate-x-1/2"
          }`}
          style={{ left: `${tick.left}%` }}
        >
          {tick.label}
        </span>
      ))}
    </div>
  );
}

function LineLabels({ chart }: { chart: BurndownChart }) {
  return chart.lines.map((line) => (
    <span
      key={line.key}
      aria-hidden
      className="absolute left-full hidden -translate-y-1/2 pl-2 text-xs whitespace-nowrap sm:block"
      style={{ top: `${line.labelTop}%` }}
    >
      {line.label} <strong className="font-semibold">{line.last}</strong>
    </span>
  ));
}

function Legend({ chart }: { chart: BurndownChart }) {
  return (
    <ul aria-hidden className="mt-7 flex flex-wrap gap-x-4 gap-y-1 text-xs sm:hidden">
      {chart.lines.map((line) => (
        <li key={line.key} className="flex items-center gap-1.5">
          <svg aria-hidden width="18" height="4">
            <path
              d="M0 2h18"
              stroke={line.colour}
              strokeWidth="2.5"
              strokeDasharray={line.dash ?? undefined}
            />
          </svg>
          {line.label} <strong className="font-semibold">{line.last}</strong>
        </li>
      ))}
    </ul>
  );
}

function DirectionSwitch({
  direction,
  hrefOf,
}: {
  direction: Direction;
  hrefOf: (to: Direction) => Route;
}) {
  return (
    <div className="no-print flex gap-0.5 text-xs">
      {(["down", "up"] as const).map((to) => (
        <Link
          key={to}
          href={hrefOf(to)}
          scroll={false}
          prefetch={false}
          aria-current={to === direction ? "true" : undefined}
          className={`inline-flex h-7 items-center whitespace-nowrap rounded-md px-2 ${
            to === direction ? "bg-hover font-medium" : "text-muted hover:bg-hover hover:text-ink"
          }`}
        >
          Burn-{to}
        </Link>
      ))}
    </div>
  );
}

/** The burn-down with its scope line, its sentence and its table. */
export function BurndownFigure({
  program,
  series,
  direction,
  hrefOf,
}: {
  program: ProgramView;
  series: BurndownSeries;
  direction: Direction;
  hrefOf: (to: Direction) => Route;
}) {
  const title = `Burn-${direction}, ${measureText(series.measure).headline}`;
  const chart = prepareBurndown(series, direction);
  return (
    <figure className="m-0 min-w-0">
      <div className="mb-3 flex items-center justify-between gap-3">
        <h2 className="text-[0.9375rem] font-semibold tracking-tight">{title}</h2>
        <DirectionSwitch direction={direction} hrefOf={hrefOf} />
      </div>
      {chart.rows.length === 0 ? (
        <Empty title="No line yet">
          {series.missing ?? "No day of this program has been assessed."}
        </Empty>
      ) : (
        <>
          <div className="pr-1 pl-9 sm:pr-36">
            <div className="relative mb-7 h-48 sm:h-64">
              <Axes chart={chart} />
              <BurndownPlot key={title} chart={chart} title={title} />
              <LineLabels chart={chart} />
            </div>
          </div>
          <Legend chart={chart} />
        </>
      )}
      <figcaption className="mt-2 text-xs text-muted">
        <span className="text-ink">{chart.takeaway}</span> Fixes by the day they were merged, judged
        with what is known now; measure {series.measure}, end of day, {program.timeZone}; as of{" "}
        {formatInstant(program.now, program.timeZone)}.
        {chart.rows.length > 0 && series.missing !== null ? ` ${series.missing}` : null}
      </figcaption>
      {chart.rows.length === 0 ? null : <BurndownTable series={series} title={title} />}
    </figure>
  );
}
