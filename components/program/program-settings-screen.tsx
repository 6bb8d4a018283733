import Link from "next/link";
import type { ProgramView } from "#/lib/contract/program.ts";
import { count } from "#/lib/format.ts";
import { PageHeader } from "../layout/page-header.tsx";
import { paths } from "../layout/paths.ts";
import { ScrollBox } from "../ui/scroll-box.tsx";
import { Section } from "../ui/section.tsx";
import { EditProgramForm } from "./edit-program-form.tsx";
import { EndProgram } from "./end-program.tsx";
import { ScopeForm, type SourceChoice } from "./scope-form.tsx";
import { TakeOut } from "./take-out.tsx";

type ScopeRow = {
  readonly alias: string;
  readonly fullName: string;
  readonly source: string;
  readonly syncEnabled: boolean;
};

function ScopeTable({ scope, program }: { scope: readonly ScopeRow[]; program: ProgramView }) {
  if (scope.length === 0) {
    return (
      <p className="border-line border-y py-3 text-muted text-sm">No repository is in scope yet.</p>
    );
  }
  return (
    <ScrollBox label="Repositories in scope">
      <table className="data-table">
        <caption className="sr-only">Repositories in scope</caption>
        <thead>
          <tr>
            {["Alias", "Repository", "Source", "Sync"].map((head) => (
              <th
                key={head}
                scope="col"
                className={["Source", "Sync"].includes(head) ? "hidden sm:table-cell" : ""}
              >
                {head}
              </th>
            ))}
            <th scope="col">
              <span className="sr-only">What can be done</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {scope.map((row) => (
            <tr key={row.alias}>
              <th scope="row">
                {row.alias}
                <span className="block font-normal text-muted text-xs sm:hidden">
                  sync {row.syncEnabled ? "on" : "off"}
                </span>
              </th>
              <td>{row.fullName}</td>
              <td className="hidden sm:table-cell">{row.source}</td>
              <td className="hidden sm:table-cell">{row.syncEnabled ? "on" : "off"}</td>
              <td className="text-right">
                {program.archived ? null : (
                  <TakeOut slug={program.slug} alias={row.alias} fullName={row.fullName} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** What was promised, under which rules, and for which repositories. */
export function ProgramSettingsScreen({
  program,
  scope,
  sources,
}: {
  program: ProgramView;
  scope: readonly ScopeRow[];
  sources: readonly SourceChoice[];
}) {
  return (
    <div className="flex flex-col gap-9">
      <div>
        <PageHeader title="Settings">
          {program.name}: policy {program.policyName}, version {program.policyVersion}; covered
          means {program.measure}.
        </PageHeader>
        {program.archived ? (
          <p className="text-muted text-sm">Nothing of an archived program is changed.</p>
        ) : (
          <EditProgramForm program={program} />
        )}
      </div>
      <Section
        id="scope"
        title="Repositories in scope"
        note={count(scope.length, "repository", "repositories")}
      >
        <ScopeTable scope={scope} program={program} />
        {program.archived ? null : sources.length === 0 ? (
          <p className="mt-3 text-sm">
            <Link href={paths.sources} className="figure-link">
              Add a source
            </Link>{" "}
            first; repositories come from there.
          </p>
        ) : (
          <ScopeForm slug={program.slug} sources={sources} />
        )}
      </Section>
      <Section id="end" title="End of the program">
        <EndProgram program={program} />
      </Section>
    </div>
  );
}
