"use client";

import { useEffect, useRef } from "react";
import { Line, LineChart, Tooltip, XAxis, YAxis } from "recharts";
import { formatDay } from "#/lib/format.ts";
import type { BurndownChart as Chart } from "./prepare-burndown.ts";

type Hover = {
  readonly chart: Chart;
  readonly active?: boolean;
  readonly label?: string | number;
};

/** The library adds `active` and `label` when it shows the card. */
function DayCard({ chart, active, label }: Hover) {
  const row = chart.rows.find((candidate) => candidate.day === label);
  if (active !== true || row === undefined) return null;
  return (
    <div className="rounded-md border border-line bg-raised px-2.5 py-1.5 text-xs shadow-md">
      <div className="font-medium">{formatDay(row.day)}</div>
      {chart.lines.map((line) => (
        <div key={line.key} className="flex justify-between gap-4">
          <span className="text-muted">{line.label}</span>
          <span>{row[line.key] ?? "—"}</span>
        </div>
      ))}
    </div>
  );
}

function Lines({ chart, title }: { chart: Chart; title: string }) {
  return (
    <LineChart
      responsive
      data={[...chart.rows]}
      margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
      title={title}
      style={{ width: "100%", height: "100%" }}
    >
      <XAxis dataKey="day" hide padding={{ left: 0, right: 0 }} />
      <YAxis hide domain={[0, chart.yMax]} />
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: "var(--control)" }}
        content={<DayCard chart={chart} />}
      />
      {chart.lines.map((line) => (
        <Line
          key={line.key}
          type="stepAfter"
          dataKey={line.key}
          name={line.label}
          stroke={line.colour}
          strokeWidth={line.key === "main" ? 2.25 : 1.5}
          {...(line.dash === null ? {} : { strokeDasharray: line.dash })}
          dot={false}
          connectNulls={false}
          isAnimationActive={false}
        />
      ))}
    </LineChart>
  );
}

/** The same lines with a cursor that can be read by mouse and by arrow keys. */
export function BurndownChart({
  chart,
  title,
  takesFocus,
}: {
  chart: Chart;
  title: string;
  takesFocus: boolean;
}) {
  const box = useRef<HTMLDivElement>(null);
  // Whoever tabbed to the drawn chart stays in the one that replaces it, once it has measured itself.
  useEffect(() => {
    const element = box.current;
    if (!takesFocus || element === null) return;
    const focus = () => {
      const plot = element.querySelector<SVGElement>("svg[tabindex]");
      plot?.focus();
      return plot !== null;
    };
    if (focus()) return;
    const observer = new MutationObserver(() => {
      if (focus()) observer.disconnect();
    });
    observer.observe(element, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [takesFocus]);
  return (
    <div ref={box} className="size-full">
      <Lines chart={chart} title={title} />
    </div>
  );
}
