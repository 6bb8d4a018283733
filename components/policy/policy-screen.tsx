import Link from "next/link";
import type { PolicyView } from "#/lib/contract/policy.ts";
import { count, formatDay } from "#/lib/format.ts";
import { PageHeader } from "../layout/page-header.tsx";
import { paths } from "../layout/paths.ts";
import { Section } from "../ui/section.tsx";
import { CharterBlock } from "./charter-block.tsx";
import { CharterForm } from "./charter-form.tsx";
import { PolicyJudging } from "./policy-judging.tsx";
import { PolicyWorkbench } from "./policy-workbench.tsx";
import { RulesInWords } from "./rules-in-words.tsx";
import { VersionsTable } from "./versions-table.tsx";

/** What a program promised, the rules that it is judged by, what others would change, and every version. */
export function PolicyScreen({ view }: { view: PolicyView }) {
  const { program, charter, rules, version, versions } = view;
  const [inForce] = versions;
  return (
    <div className="flex flex-col gap-9">
      <div>
        <PageHeader title="Policy">
          {program.name}: policy {rules.name}, version {version}
          {inForce === undefined ? null : (
            <>
              , in force since {formatDay(inForce.at, program.timeZone)}
              {inForce.by === null ? null : `, chosen by ${inForce.by}`}
            </>
          )}
          . Covered means{" "}
          <Link
            href={paths.gaps(program.slug, { measure: program.measure, verdict: ["covered"] })}
            className="figure-link"
          >
            {program.measure}
          </Link>
          .
        </PageHeader>
        <PolicyJudging slug={program.slug} judging={program.judging} />
      </div>
      <Section id="charter" title="What was promised" note="In the words in which it was written">
        <CharterBlock program={program} charter={charter} />
        {program.archived ? null : (
          // Filled anew when somebody wrote: what was typed before is in force then.
          <CharterForm key={JSON.stringify(charter)} slug={program.slug} charter={charter} />
        )}
      </Section>
      <Section id="in-words" title="The rules in force, in words">
        <RulesInWords chapters={view.chapters} />
      </Section>
      <PolicyWorkbench key={version} view={view} />
      <Section
        id="versions"
        title="Versions"
        note={`${count(versions.length, "version")}; old ones stay as they were`}
      >
        <VersionsTable versions={versions} timeZone={program.timeZone} />
      </Section>
    </div>
  );
}
