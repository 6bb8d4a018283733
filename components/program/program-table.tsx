import Link from "next/link";
import type { ReactNode } from "react";
import type { ProgramRow } from "#/lib/contract/program.ts";
import { count, formatDay } from "#/lib/format.ts";
import { paths } from "../layout/paths.ts";
import { Fraction } from "../overview/fraction.tsx";
import { measureText } from "../verdict/measure-text.ts";
import { NumberLink } from "../verdict/number-link.tsx";
import { ShareFigure } from "../verdict/share-figure.tsx";

const HEADS = [
  ["Program", ""],
  ["Fixes covered", ""],
  ["Gaps open", "hidden sm:table-cell"],
  ["Repositories audited", "hidden md:table-cell"],
  ["Policy", "hidden lg:table-cell"],
  ["Scope", "hidden xl:table-cell"],
  ["", ""],
] as const;

function Name({ program }: { program: ProgramRow }) {
  const { slug, name, sample, archivedAt, timeZone } = program;
  return (
    <th scope="row" className="wrap-anywhere min-w-36">
      <Link href={paths.overview(slug)} prefetch={false} className="font-medium hover:underline">
        {name}
      </Link>
      <span className="mt-0.5 flex flex-wrap gap-x-2 font-normal text-muted text-xs">
        <span className="font-mono">{slug}</span>
        {sample ? <span>sample data</span> : null}
        {archivedAt === null ? null : <span>archived on {formatDay(archivedAt, timeZone)}</span>}
        {program.judging && archivedAt === null ? <span>judging again</span> : null}
      </span>
      <Small program={program} />
    </th>
  );
}

const Scope = ({ program: { fixesSince, timeZone } }: { program: ProgramRow }) => (
  <>
    Fixes since {formatDay(fixesSince)}; days of {timeZone}
  </>
);

/** What the columns say that a small screen has no room for. */
function Small({ program }: { program: ProgramRow }) {
  const { audited, inScopeRepositories, policyName, policyVersion } = program;
  return (
    <span className="mt-1 flex flex-col gap-0.5 font-normal text-muted text-xs xl:hidden">
      {audited === 0 ? null : (
        <span className="sm:hidden">
          <Gaps program={program} />
        </span>
      )}
      <span className="md:hidden">
        {audited} of {count(inScopeRepositories, "repository", "repositories")} audited
      </span>
      <span className="lg:hidden">
        Policy {policyName}, version {policyVersion}
      </span>
      <span>
        <Scope program={program} />
      </span>
    </span>
  );
}

/** The gaps of both populations, each apart: no number adds them. */
function Gaps({ program: { slug, measure, fixes, issues } }: { program: ProgramRow }) {
  const number = (population: "fix" | "issue", gaps: number, noun: string) => (
    <NumberLink
      href={paths.gaps(slug, { measure, population, verdict: ["gap"] })}
      label={`gaps of ${noun}: open the list`}
    >
      {gaps}
    </NumberLink>
  );
  return (
    <>
      {number("fix", fixes.gap, "fixes")} {fixes.gap === 1 ? "gap" : "gaps"} of fixes
      <span className="block text-muted text-xs">
        {number("issue", issues.gap, "issues and declared gaps")} of issues and declared gaps
      </span>
    </>
  );
}

function Line({ program, action }: { program: ProgramRow; action: ReactNode }) {
  const { slug, measure, fixes, audited, inScopeRepositories } = program;
  const entry = { measure, tally: fixes };
  return (
    <tr>
      <Name program={program} />
      <td>
        {audited === 0 ? (
          <span className="text-muted">not audited</span>
        ) : (
          <>
            <ShareFigure of={entry} where={{ slug }} className="font-semibold" />
            <span className="block text-xs">
              <Fraction slug={slug} entry={entry} />
            </span>
            <span className="block text-muted text-xs">at {measureText(measure).name}</span>
          </>
        )}
      </td>
      <td className="hidden sm:table-cell">
        {audited === 0 ? <span className="text-muted">—</span> : <Gaps program={program} />}
      </td>
      <td className="hidden whitespace-nowrap md:table-cell">
        {audited} of {inScopeRepositories}
      </td>
      <td className="hidden whitespace-nowrap lg:table-cell">
        {program.policyName}
        <span className="block text-muted text-xs">version {program.policyVersion}</span>
      </td>
      <td className="hidden xl:table-cell">
        <Scope program={program} />
      </td>
      <td className="text-right">{action}</td>
    </tr>
  );
}

/** Programs side by side, each by its own policy, scope and days; nothing is added up over them. */
export function ProgramTable({
  programs,
  caption,
  actionOf,
}: {
  programs: readonly ProgramRow[];
  caption: string;
  actionOf: (program: ProgramRow) => ReactNode;
}) {
  return (
    <table className="data-table">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {HEADS.map(([label, className]) => (
            <th key={label} scope="col" className={className}>
              {label === "" ? <span className="sr-only">What can be done</span> : label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {programs.map((program) => (
          <Line key={program.slug} program={program} action={actionOf(program)} />
        ))}
      </tbody>
    </table>
  );
}
