import type { OverviewView } from "#/lib/contract/overview.ts";
import { formatAge, formatInstant } from "#/lib/format.ts";

/** How old the figures are, by whose rules, and what is not in them. */
export function Freshness({ view }: { view: OverviewView }) {
  const { program } = view;
  const passes = view.repositories.flatMap((row) => row.audit?.lastWholePass ?? []).toSorted();
  const oldest = passes[0];
  const missing = view.repositories.filter((row) => row.audit === null).map((row) => row.alias);
  return (
    <p className="text-xs text-muted">
      {program.standsStill ? "Present fixed at" : "As of"}{" "}
      {formatInstant(program.now, program.timeZone)}
      {". "}
      {program.assessedAt === null
        ? "Not assessed yet. "
        : `Assessed ${formatInstant(program.assessedAt, program.timeZone)}. `}
      {oldest === undefined
        ? "No repository has one whole pass yet. "
        : `Oldest whole pass ${formatInstant(oldest, program.timeZone)}${
            program.standsStill ? "" : ` (${formatAge(oldest, program.now)} ago)`
          }. `}
      Policy {program.policyName}, version {program.policyVersion}; fixes merged since{" "}
      {formatInstant(program.fixesSince, program.timeZone)}.{" "}
      {missing.length === 0 ? null : (
        <>
          <strong className="font-medium text-ink">
            Not in these figures: {missing.join(", ")} (not audited).
          </strong>
        </>
      )}
    </p>
  );
}
