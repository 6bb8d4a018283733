import type { OverviewView } from "#/lib/contract/overview.ts";
import { HAS_TEST, type Measure } from "#/lib/coverage/measure.ts";
import { paths } from "../layout/paths.ts";
import { measureText } from "../verdict/measure-text.ts";
import { NumberLink } from "../verdict/number-link.tsx";
import { ShareFigure } from "../verdict/share-figure.tsx";
import { Fraction } from "./fraction.tsx";
import { tallyOfMeasure } from "./tally-of-measure.ts";
import { TestFormula } from "./test-formula.tsx";

function WhyUnknown({ slug, measure }: { slug: string; measure: Measure }) {
  return (
    <p className="mt-1 max-w-prose text-muted text-xs">
      Unknown is neither covered nor a gap: a fact that decides it, such as which checks a branch
      requires or whether a job ran, could not be read.{" "}
      <NumberLink href={paths.gaps(slug, { measure, verdict: ["unknown"] })} label="Open the list.">
        Each item names the missing fact.
      </NumberLink>
    </p>
  );
}

function Percentage({
  view,
  measure,
  size,
}: {
  view: OverviewView;
  measure: Measure;
  size: "large" | "small";
}) {
  const entry = tallyOfMeasure(view.measures, measure);
  const { slug } = view.program;
  const look = size === "large" ? "text-5xl lg:text-6xl" : "text-3xl";
  return (
    <div className="min-w-0">
      <h2 className="text-muted text-sm">
        {measureText(measure).headline}
        {measure === view.program.measure
          ? ` · the policy’s measure, version ${view.program.policyVersion}`
          : null}
      </h2>
      <p className={`mt-0.5 font-semibold tracking-tight ${look}`}>
        <ShareFigure of={entry} where={{ slug }} />
      </p>
      <p className="mt-2 text-sm">
        <Fraction slug={slug} entry={entry} />
      </p>
      {entry.tally.unknown > 0 && size === "large" ? (
        <WhyUnknown slug={slug} measure={measure} />
      ) : null}
      {measure === HAS_TEST ? <TestFormula /> : null}
    </div>
  );
}

/** Two percentages, never one: what the policy counts, and what merely shipped a test. */
export function Headline({ view, measure }: { view: OverviewView; measure: Measure }) {
  return (
    <div className="grid gap-x-10 gap-y-6 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <Percentage view={view} measure={measure} size="large" />
      <Percentage
        view={view}
        measure={measure === HAS_TEST ? view.program.measure : HAS_TEST}
        size="small"
      />
    </div>
  );
}
