import type { MeasureTally, OverviewView, RepositoryRow } from "#/lib/contract/overview.ts";
import { HAS_TEST, type Measure } from "#/lib/coverage/measure.ts";
import { addTallies } from "#/lib/coverage/tally.ts";
import type { VerdictKind } from "#/lib/coverage/verdict.ts";
import { paths } from "../layout/paths.ts";
import { ScrollBox } from "../ui/scroll-box.tsx";
import { measureText } from "../verdict/measure-text.ts";
import { NumberLink } from "../verdict/number-link.tsx";
import { ShareFigure } from "../verdict/share-figure.tsx";
import { MergedLine } from "./merged-line.tsx";
import { tallyOfMeasure } from "./tally-of-measure.ts";

type Where = { readonly slug: string; readonly repo?: string };

function Count({
  entry,
  verdict,
  where,
}: {
  entry: MeasureTally;
  verdict?: VerdictKind;
  where: Where;
}) {
  const what = verdict ?? "in scope";
  return (
    <td className="num">
      <NumberLink
        href={paths.gaps(where.slug, {
          measure: entry.measure,
          ...(verdict === undefined ? {} : { verdict: [verdict] }),
          ...(where.repo === undefined ? {} : { repo: [where.repo] }),
        })}
        label={`${what} at ${measureText(entry.measure).name}, ${where.repo ?? "all audited repositories"}`}
      >
        {verdict === undefined ? entry.tally.inScope : entry.tally[verdict]}
      </NumberLink>
    </td>
  );
}

function Cells({
  audit,
  policy,
  where,
}: {
  audit: MeasureTally;
  policy: MeasureTally;
  where: Where;
}) {
  return (
    <>
      <Count entry={audit} where={where} />
      <Count entry={audit} verdict="covered" where={where} />
      <Count entry={audit} verdict="gap" where={where} />
      <td className="num font-semibold">
        <ShareFigure of={audit} where={where} />
      </td>
      {policy.measure === HAS_TEST ? null : (
        <>
          <td className="num font-semibold">
            <ShareFigure of={policy} where={where} />
          </td>
          <Count entry={policy} verdict="gap" where={where} />
          <Count entry={policy} verdict="unknown" where={where} />
        </>
      )}
    </>
  );
}

function RepositoryLine({
  row,
  slug,
  measure,
}: {
  row: RepositoryRow;
  slug: string;
  measure: Measure;
}) {
  const name = (
    <th scope="row">
      {row.url === null ? (
        row.fullName
      ) : (
        <a href={row.url} className="hover:underline">
          {row.fullName}
        </a>
      )}{" "}
      <span className="font-normal text-muted">{row.alias}</span>
      {row.audit === null ? null : <MergedLine audit={row.audit} slug={slug} repo={row.alias} />}
      {row.notice === null || row.audit === null ? null : (
        <span className="block font-normal text-muted text-xs">{row.notice}</span>
      )}
    </th>
  );
  if (row.audit === null) {
    return (
      <tr>
        {name}
        <td colSpan={measure === HAS_TEST ? 4 : 7} className="text-muted">
          <strong className="font-medium text-ink">NOT AUDITED</strong>
          {row.notice === null ? null : <>: {row.notice}</>}
        </td>
      </tr>
    );
  }
  return (
    <tr>
      {name}
      <Cells
        audit={tallyOfMeasure(row.audit.measures, HAS_TEST)}
        policy={tallyOfMeasure(row.audit.measures, measure)}
        where={{ slug, repo: row.alias }}
      />
    </tr>
  );
}

function totalOf(rows: readonly RepositoryRow[], measure: Measure): MeasureTally {
  const tallies = rows.flatMap((row) =>
    row.audit === null ? [] : [tallyOfMeasure(row.audit.measures, measure).tally],
  );
  return { measure, tally: addTallies(tallies) };
}

function Totals({ view, measure }: { view: OverviewView; measure: Measure }) {
  return (
    <tfoot>
      <tr>
        <th scope="row">
          Total, {view.audited} of {view.inScopeRepositories} repositories
        </th>
        <Cells
          audit={totalOf(view.repositories, HAS_TEST)}
          policy={totalOf(view.repositories, measure)}
          where={{ slug: view.program.slug }}
        />
      </tr>
    </tfoot>
  );
}

type Head = readonly [head: string, title: string];

const policyHeads = (measure: Measure): readonly Head[] => [
  [measureText(measure).headline, ""],
  ["Gaps", `at ${measure}`],
  ["Unknown", `at ${measure}`],
];

const headsOf = (measure: Measure): readonly Head[] => [
  ["Fix PRs", ""],
  ["HAS_TEST", "covered at has_test@1"],
  ["NO_TEST", "gap at has_test@1"],
  ["% covered", "at has_test@1"],
  ...(measure === HAS_TEST ? [] : policyHeads(measure)),
];

/** The founding audit's own table, with the measure in force beside it; the total is made of sums. */
export function RepositoryTable({ view, measure }: { view: OverviewView; measure: Measure }) {
  const { slug } = view.program;
  return (
    <ScrollBox label="Repositories">
      <table className="data-table">
        <caption className="sr-only">
          Fixes per repository: {view.audited} of {view.inScopeRepositories} repositories audited
        </caption>
        <thead>
          <tr>
            <th scope="col">Repository</th>
            {headsOf(measure).map(([head, title]) => (
              <th key={head} scope="col" className="num" title={title}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.repositories.map((row) => (
            <RepositoryLine key={row.alias} row={row} slug={slug} measure={measure} />
          ))}
        </tbody>
        {view.audited === 0 ? null : <Totals view={view} measure={measure} />}
      </table>
    </ScrollBox>
  );
}
