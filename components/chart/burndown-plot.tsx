"use client";

import { lazy, Suspense, useState } from "react";
import { BurndownSvg } from "./burndown-svg.tsx";
import type { BurndownChart as Chart } from "./prepare-burndown.ts";

const Interactive = lazy(() =>
  import("./burndown-chart.tsx").then((module) => ({ default: module.BurndownChart })),
);

/**
 * Shows the drawn lines at once. The chart library is larger than the rest of the page together, so
 * it comes when somebody points at the plot or tabs into it.
 */
export function BurndownPlot({ chart, title }: { chart: Chart; title: string }) {
  const [by, setBy] = useState<"pointer" | "keyboard" | null>(null);
  const drawn = <BurndownSvg chart={chart} />;
  if (by === null) {
    return (
      <button
        type="button"
        aria-label={`Read “${title}” day by day`}
        className="absolute inset-0 cursor-crosshair"
        onPointerEnter={() => setBy("pointer")}
        onFocus={() => setBy("keyboard")}
      >
        {drawn}
      </button>
    );
  }
  return (
    <>
      <div className="hidden print:block">{drawn}</div>
      <div className="absolute inset-0 print:hidden">
        <Suspense fallback={drawn}>
          <Interactive chart={chart} title={title} takesFocus={by === "keyboard"} />
        </Suspense>
      </div>
    </>
  );
}
