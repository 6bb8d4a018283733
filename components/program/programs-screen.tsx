import Link from "next/link";
import type { ProgramLink } from "#/lib/contract/program.ts";
import { PageHeader } from "../layout/page-header.tsx";
import { paths } from "../layout/paths.ts";
import { OperatorLine } from "../operator/operator-line.tsx";
import { Empty } from "../ui/empty.tsx";
import { Section } from "../ui/section.tsx";
import { AddProgramForm } from "./add-program-form.tsx";

function ProgramLine({ program }: { program: ProgramLink }) {
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5">
      <Link
        href={paths.overview(program.slug)}
        prefetch={false}
        className="font-medium hover:underline"
      >
        {program.name}
      </Link>
      <span className="font-mono text-muted text-xs">{program.slug}</span>
      {program.sample ? <span className="text-muted text-xs">sample data</span> : null}
      {program.archived ? <span className="text-muted text-xs">archived</span> : null}
      <Link
        href={paths.program(program.slug)}
        prefetch={false}
        className="ml-auto text-muted text-xs hover:underline"
      >
        Settings<span className="sr-only"> of {program.name}</span>
      </Link>
    </li>
  );
}

export function ProgramsScreen({
  programs,
  today,
}: {
  programs: readonly ProgramLink[];
  today: string;
}) {
  return (
    <div className="flex flex-col gap-8">
      <div>
        <PageHeader title="Programs">
          A program is a mandate, its rules and the repositories in its scope.
        </PageHeader>
        {programs.length === 0 ? (
          <Empty title="No program yet">Add one below, then put repositories in its scope.</Empty>
        ) : (
          <ul className="divide-y divide-line border-line border-y">
            {programs.map((program) => (
              <ProgramLine key={program.slug} program={program} />
            ))}
          </ul>
        )}
      </div>
      <Section id="add" title="Add a program">
        <AddProgramForm today={today} />
      </Section>
      <Section
        id="operator"
        title="Who is working here"
        note="Claims and decisions carry this name."
      >
        <OperatorLine />
      </Section>
    </div>
  );
}
