import Link from "next/link";
import type { ItemView } from "#/lib/contract/item.ts";
import { formatInstant, gapName } from "#/lib/format.ts";
import { InventedMark } from "../gap/invented-mark.tsx";
import { PriorityMark } from "../gap/priority-mark.tsx";
import { paths } from "../layout/paths.ts";
import { CandidateList } from "../link/candidate-list.tsx";
import { ItemLinks } from "../link/item-links.tsx";
import { Section } from "../ui/section.tsx";
import { VerdictBadge } from "../verdict/verdict-badge.tsx";
import { ActivityList } from "./activity-list.tsx";
import { ChangedFiles } from "./changed-files.tsx";
import { ClaimBox } from "./claim-box.tsx";
import { Declaration } from "./declaration.tsx";
import { DefinitionOfDone } from "./definition-of-done.tsx";
import { EvidenceTable } from "./evidence-table.tsx";
import { ItemJudging } from "./item-judging.tsx";
import { JudgedSo } from "./judged-so.tsx";
import { Kin } from "./kin.tsx";
import { RungLadder } from "./rung-ladder.tsx";

function Origin({ view: { row, author, program } }: { view: ItemView }) {
  const number = row.number === null ? null : `${row.repository}#${row.number}`;
  return (
    <p className="mt-1 text-muted text-sm">
      {row.kind === "fix"
        ? "Fix"
        : row.kind === "incident"
          ? "Incident"
          : row.kind === "issue"
            ? "Issue"
            : `Declared gap of ${row.alias}`}
      {number === null ? null : (
        <>
          {" "}
          {row.url === null ? (
            number
          ) : (
            <a href={row.url} className="figure-link text-ink">
              {number}
            </a>
          )}
        </>
      )}
      {author === null ? null : ` by ${author}`},{" "}
      {row.kind === "fix" ? "merged" : row.kind === "declared" ? "written down" : "opened"}{" "}
      {formatInstant(row.enteredAt, program.timeZone)}
      {row.cluster === null ? null : (
        <>
          {" · "}
          <Link
            href={paths.cluster(program.slug, row.cluster.key)}
            prefetch={false}
            className="figure-link"
          >
            {row.cluster.name}
          </Link>
        </>
      )}
      {row.invented ? <InventedMark /> : null}
    </p>
  );
}

/** A fix has no resolution; that of an issue can be unknown, which is not the same. */
function sayResolution({ row, resolution }: ItemView): string {
  if (resolution !== null) return ` · ${resolution}`;
  return row.kind === "fix" ? "" : " · resolution unknown";
}

const fixOf = ({ kind, alias, number }: ItemView["row"]) =>
  kind === "fix" && number !== null ? { alias, number } : null;

function Head({ view }: { view: ItemView }) {
  const { row, program } = view;
  return (
    <header className="mb-6">
      <p className="text-muted text-xs">
        <Link
          href={paths.gaps(program.slug, {
            verdict: ["gap"],
            population: row.kind === "fix" ? "fix" : "issue",
          })}
          prefetch={false}
          className="hover:underline"
        >
          Gaps
        </Link>{" "}
        / {gapName(row.item)}
      </p>
      <h1 className="wrap-anywhere mt-1 max-w-4xl font-semibold text-xl tracking-tight text-balance">
        <PriorityMark priority={row.priority} />
        {row.title}
      </h1>
      <Origin view={view} />
      <Kin view={view} />
      <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-base">
        <strong className="font-semibold">
          <VerdictBadge verdict={row.verdict} />
        </strong>
        <span className="text-muted text-sm">
          at {view.measure}, policy {program.policyName} version {view.judgedWith.policyVersion}
          {sayResolution(view)}
        </span>
      </p>
      <ItemJudging slug={program.slug} fix={fixOf(row)} waits={program.judging} />
    </header>
  );
}

/** Why is this a gap, and what would close it? */
export function ItemScreen({ view }: { view: ItemView }) {
  return (
    <>
      <Head view={view} />
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="flex min-w-0 flex-col gap-8">
          <Declaration view={view} />
          <DefinitionOfDone view={view} />
          <JudgedSo view={view} />
          <Section id="evidence" title="Evidence" note="Everything that links this item to a gate.">
            <EvidenceTable view={view} />
          </Section>
          <ItemLinks view={view} />
          <CandidateList view={view} />
          <ChangedFiles view={view} />
        </div>
        <aside className="flex min-w-0 flex-col gap-8">
          <ClaimBox row={view.row} timeZone={view.program.timeZone} />
          <RungLadder view={view} />
          <ActivityList view={view} />
        </aside>
      </div>
    </>
  );
}
