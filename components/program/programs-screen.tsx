import Link from "next/link";
import type { ProgramRow } from "#/lib/contract/program.ts";
import { count } from "#/lib/format.ts";
import { PageHeader } from "../layout/page-header.tsx";
import { paths } from "../layout/paths.ts";
import { OperatorLine } from "../operator/operator-line.tsx";
import { Empty } from "../ui/empty.tsx";
import { Section } from "../ui/section.tsx";
import { AddProgramForm } from "./add-program-form.tsx";
import { ProgramTable } from "./program-table.tsx";
import { RestoreProgram } from "./restore-program.tsx";

const settingsLink = ({ slug, name }: ProgramRow) => (
  <Link href={paths.program(slug)} prefetch={false} className="text-muted text-xs hover:underline">
    Settings<span className="sr-only"> of {name}</span>
  </Link>
);
const restoreButton = (program: ProgramRow) => <RestoreProgram program={program} size="small" />;

/** What was put away, with what it showed then; nothing where nothing was. */
function Archive({ programs }: { programs: readonly ProgramRow[] }) {
  if (programs.length === 0) return null;
  return (
    <Section
      id="archive"
      title="Archive"
      note={`${count(programs.length, "program")}, with the figures of when each was put away.`}
    >
      <ProgramTable programs={programs} caption="Archived programs" actionOf={restoreButton} />
    </Section>
  );
}

export function ProgramsScreen({
  programs,
  today,
}: {
  programs: readonly ProgramRow[];
  today: string;
}) {
  const atWork = programs.filter(({ archived }) => !archived);
  const archived = programs.filter((program) => program.archived);
  return (
    <div className="flex flex-col gap-8">
      <div>
        <PageHeader title="Programs">
          A program is a mandate, its rules and the repositories in its scope. Each figure is at its
          own policy’s measure, so none is added to another.
        </PageHeader>
        {atWork.length === 0 ? (
          <Empty title={archived.length === 0 ? "No program yet" : "No program is at work"}>
            Add one below, then put repositories in its scope.
          </Empty>
        ) : (
          <ProgramTable programs={atWork} caption="Programs at work" actionOf={settingsLink} />
        )}
      </div>
      <Archive programs={archived} />
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
