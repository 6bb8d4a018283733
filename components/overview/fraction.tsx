import type { MeasureTally } from "#/lib/contract/overview.ts";
import type { VerdictKind } from "#/lib/coverage/verdict.ts";
import { paths } from "../layout/paths.ts";
import { NumberLink } from "../verdict/number-link.tsx";
import { prepareFigure } from "../verdict/prepare-figure.ts";

/** n of m behind a percentage, each a link to the rows that it counts. */
export function Fraction({ slug, entry }: { slug: string; entry: MeasureTally }) {
  const { measure, tally } = entry;
  const figure = prepareFigure(tally);
  if (figure.kind === "none") return <>no percentage: {figure.why}</>;
  const number = (value: number, verdict: VerdictKind[], label: string) => (
    <NumberLink href={paths.gaps(slug, { measure, verdict })} label={`${label}: open the list`}>
      {value}
    </NumberLink>
  );
  const unknown = number(tally.unknown, ["unknown"], "unknown");
  if (figure.kind === "range") {
    const all = number(figure.of, ["covered", "gap", "unknown"], "fixes that are not waived");
    return (
      <>
        {unknown} of {all} fixes are unknown at this rung
      </>
    );
  }
  return (
    <>
      {number(figure.covered, ["covered"], "covered")} of{" "}
      {number(figure.of, ["covered", "gap"], "judged")} fixes
      {figure.range === null ? null : (
        <>
          ; {unknown} unknown, so between {figure.range}
        </>
      )}
    </>
  );
}
