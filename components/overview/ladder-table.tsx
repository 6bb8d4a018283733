import type { MeasureTally, OverviewView } from "#/lib/contract/overview.ts";
import type { Measure } from "#/lib/coverage/measure.ts";
import type { VerdictKind } from "#/lib/coverage/verdict.ts";
import { paths } from "../layout/paths.ts";
import { ScrollBox } from "../ui/scroll-box.tsx";
import { measureText } from "../verdict/measure-text.ts";
import { NumberLink } from "../verdict/number-link.tsx";
import { ShareFigure } from "../verdict/share-figure.tsx";
import { TallyBar } from "../verdict/tally-bar.tsx";

type Population = "fix" | "issue";

function Row({
  slug,
  entry,
  current,
  population,
}: {
  slug: string;
  entry: MeasureTally;
  current: Measure;
  population: Population;
}) {
  const { measure, tally } = entry;
  const text = measureText(measure);
  const cell = (verdict: VerdictKind) => (
    <td className="num">
      <NumberLink
        href={paths.gaps(slug, { measure, verdict: [verdict], population })}
        label={`${verdict} at ${text.name}: open the list`}
      >
        {tally[verdict]}
      </NumberLink>
    </td>
  );
  return (
    <tr className={measure === current ? "bg-hover" : undefined}>
      <th scope="row" title={text.means} className="whitespace-nowrap">
        <span className="pl-2">{text.name}</span>
      </th>
      <td className="num font-semibold">
        <ShareFigure of={entry} where={{ slug, population }} />
      </td>
      {cell("covered")}
      {cell("gap")}
      {cell("unknown")}
      {cell("waived")}
      <td className="num">
        <NumberLink
          href={paths.gaps(slug, { measure, population })}
          label={`in scope at ${text.name}`}
        >
          {tally.inScope}
        </NumberLink>
      </td>
      <td className="hidden w-1/4 align-middle md:table-cell">
        <TallyBar tally={tally} />
      </td>
    </tr>
  );
}

/** What the founding text asserted, beside the ladder and never in it. */
function Baseline({ baseline }: { baseline: NonNullable<OverviewView["baseline"]> }) {
  return (
    <tr>
      <th scope="row">
        <span className="pl-2 italic">Asserted</span>
      </th>
      <td className="num italic">~{baseline.percent} %</td>
      <td colSpan={6} className="text-muted">
        <span className="italic">{baseline.text}</span>: {baseline.source}. Not computed here; in no
        figure on this page.
      </td>
    </tr>
  );
}

/** Every measure of one population side by side. */
export function LadderTable({
  slug,
  measures,
  current,
  population,
  baseline,
  caption,
}: {
  slug: string;
  measures: readonly MeasureTally[];
  current: Measure;
  population: Population;
  baseline: OverviewView["baseline"];
  caption: string;
}) {
  return (
    <ScrollBox label={caption}>
      <table className="data-table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="pl-2">Measure</span>
            </th>
            {["%", "Covered", "Gap", "Unknown", "Waived", "In scope"].map((head) => (
              <th key={head} scope="col" className="num">
                {head}
              </th>
            ))}
            <th scope="col" className="hidden md:table-cell">
              <span className="sr-only">Shares</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {measures.map((entry) => (
            <Row key={entry.measure} {...{ slug, entry, current, population }} />
          ))}
          {baseline === null ? null : <Baseline baseline={baseline} />}
        </tbody>
      </table>
    </ScrollBox>
  );
}
