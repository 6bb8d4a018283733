import type { Route } from "next";
import Link from "next/link";
import { MEASURES, type Measure } from "#/lib/coverage/measure.ts";
import { measureText } from "./measure-text.ts";

/** Which measure the page computes with; every choice is an address. */
export function MeasureSwitch({
  current,
  policy,
  hrefOf,
}: {
  current: Measure;
  policy: Measure;
  hrefOf: (measure: Measure) => Route;
}) {
  return (
    <nav aria-label="Measure" className="no-print flex flex-wrap items-center gap-0.5 text-xs">
      {MEASURES.map((measure) => (
        <Link
          key={measure}
          href={hrefOf(measure)}
          prefetch={false}
          scroll={false}
          aria-current={measure === current ? "true" : undefined}
          title={measureText(measure).means}
          className={`inline-flex h-7 items-center rounded-md px-2 ${
            measure === current
              ? "bg-hover font-medium text-ink"
              : "text-muted hover:bg-hover hover:text-ink"
          }`}
        >
          {measureText(measure).name}
          {measure === policy ? <span className="ml-1 text-muted">· policy</span> : null}
        </Link>
      ))}
    </nav>
  );
}
