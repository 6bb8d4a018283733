import type { BurndownPoint, BurndownSeries } from "#/lib/contract/overview.ts";
import { formatDay } from "#/lib/format.ts";
import { niceTicks } from "./nice-ticks.ts";
import { spreadLabels } from "./spread-labels.ts";

export type Direction = "down" | "up";
export type LineKey = "scope" | "main" | "upper";

export type BurndownRow = { readonly day: string } & { readonly [Key in LineKey]: number | null };

export type BurndownLine = {
  readonly key: LineKey;
  readonly label: string;
  readonly last: number;
  /** Where its label stands, in percent from the top. */
  readonly labelTop: number;
  readonly colour: string;
  readonly dash: string | null;
};

export type BurndownChart = {
  /** One row a day, with nulls for the days that nobody knows. */
  readonly rows: readonly BurndownRow[];
  readonly yMax: number;
  readonly yTicks: readonly number[];
  /** Days to write under the axis, each with its place in percent. */
  readonly xTicks: readonly {
    readonly day: string;
    readonly label: string;
    readonly left: number;
  }[];
  readonly lines: readonly BurndownLine[];
  readonly takeaway: string;
};

const DAY_MS = 86_400_000;
const X_TICKS = 4;
const LABEL_HEIGHT = 8;

const timeOf = (day: string) => Date.parse(`${day}T00:00:00Z`);

const LOOKS = {
  down: { main: "Gaps", upper: "Gaps or unknown", colour: "var(--nogate)" },
  up: { main: "Covered", upper: "Covered or unknown", colour: "var(--covered)" },
} as const;

function toRow(point: BurndownPoint, direction: Direction): BurndownRow {
  const main = direction === "down" ? point.gap : point.covered;
  return { day: point.day, scope: point.inScope, main, upper: main + point.unknown };
}

function fillDays(points: readonly BurndownPoint[], direction: Direction): BurndownRow[] {
  const rows: BurndownRow[] = [];
  for (const point of points) {
    const before = rows.at(-1);
    const from = before === undefined ? timeOf(point.day) : timeOf(before.day) + DAY_MS;
    for (let at = from; at < timeOf(point.day); at += DAY_MS) {
      const day = new Date(at).toISOString().slice(0, 10);
      rows.push({ day, scope: null, main: null, upper: null });
    }
    rows.push(toRow(point, direction));
  }
  return rows;
}

function labelDays(rows: readonly BurndownRow[]): BurndownChart["xTicks"] {
  const last = rows.length - 1;
  const years = new Set(rows.map((row) => row.day.slice(0, 4))).size > 1;
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: "UTC",
    ...(years ? { month: "short", year: "numeric" } : { day: "numeric", month: "short" }),
  });
  const count = Math.min(X_TICKS, rows.length);
  return Array.from({ length: count }, (_, tick) => {
    const index = count === 1 ? 0 : Math.round((tick * last) / (count - 1));
    const day = rows[index]?.day ?? "";
    return { day, label: format.format(timeOf(day)), left: last === 0 ? 0 : (index / last) * 100 };
  });
}

function sayTakeaway(points: readonly BurndownPoint[], direction: Direction): string {
  const [first, last] = [points.find((point) => point.inScope > 0), points.at(-1)];
  if (first === undefined || last === undefined) return "";
  const say = (point: BurndownPoint) =>
    `${direction === "down" ? point.gap : point.covered} of ${point.inScope}`;
  const noun = direction === "down" ? "gaps" : "covered";
  const unknown = last.unknown === 0 ? "" : `, ${last.unknown} more are unknown`;
  const start = first.day === last.day ? "" : `; on ${formatDay(first.day)} it was ${say(first)}`;
  return `On ${formatDay(last.day)}, ${say(last)} fixes are ${noun}${unknown}${start}.`;
}

/** Decides everything about the burn-down: rows, domain, ticks, lines, labels, the sentence under it. */
export function prepareBurndown(series: BurndownSeries, direction: Direction): BurndownChart {
  const rows = fillDays(series.points, direction);
  const last = series.points.at(-1);
  const yTicks = niceTicks(Math.max(1, ...series.points.map((point) => point.inScope)));
  const yMax = yTicks.at(-1) ?? 1;
  const look = LOOKS[direction];
  const end = last === undefined ? null : toRow(last, direction);
  const drafts = [
    { key: "scope", label: "Scope", colour: "var(--muted)", dash: "6 3" },
    { key: "upper", label: look.upper, colour: "var(--unknown)", dash: "2 3" },
    { key: "main", label: look.main, colour: look.colour, dash: null },
  ] as const;
  const drawn = drafts
    .filter((draft) => draft.key !== "upper" || series.points.some((point) => point.unknown > 0))
    .map((draft) => ({ ...draft, last: end?.[draft.key] ?? 0 }));
  const tops = spreadLabels(
    drawn.map((line) => 100 - (line.last / yMax) * 100),
    LABEL_HEIGHT,
  );
  return {
    rows,
    yMax,
    yTicks,
    xTicks: labelDays(rows),
    lines: drawn.map((line, index) => ({ ...line, labelTop: tops[index] ?? 0 })),
    takeaway: sayTakeaway(series.points, direction),
  };
}
