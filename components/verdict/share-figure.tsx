import type { MeasureTally } from "#/lib/contract/overview.ts";
import { paths } from "../layout/paths.ts";
import { measureText } from "./measure-text.ts";
import { NumberLink } from "./number-link.tsx";
import { prepareFigure } from "./prepare-figure.ts";

type Where = {
  readonly slug: string;
  readonly repo?: string;
  readonly population?: "fix" | "issue";
};

/** A percentage, linked to exactly its denominator; bounds where the number is not known. */
export function ShareFigure({
  of: { measure, tally },
  where,
  className = "",
}: {
  of: MeasureTally;
  where: Where;
  className?: string;
}) {
  const figure = prepareFigure(tally);
  const name = measureText(measure).headline;
  if (figure.kind === "none") {
    return (
      <span className={className} title={`No percentage: ${figure.why}`}>
        —<span className="sr-only"> no percentage: {figure.why}</span>
      </span>
    );
  }
  const filter = {
    measure,
    ...(where.repo === undefined ? {} : { repo: [where.repo] }),
    ...(where.population === undefined ? {} : { population: where.population }),
  };
  const judged = ["covered", "gap"] as const;
  const verdict = figure.kind === "exact" ? [...judged] : [...judged, "unknown" as const];
  return (
    <NumberLink
      href={paths.gaps(where.slug, { ...filter, verdict })}
      label={`${name}${where.repo === undefined ? "" : ` in ${where.repo}`}: open the list`}
      className={className}
    >
      {figure.text}
    </NumberLink>
  );
}
