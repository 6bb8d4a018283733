import Link from "next/link";
import { PageHeader } from "../layout/page-header.tsx";
import { paths } from "../layout/paths.ts";
import { buttonClass } from "../ui/button-class.ts";
import { Section } from "../ui/section.tsx";
import { AddProgramForm } from "./add-program-form.tsx";

/** What this is, and the two things to do before it can say anything. */
export function FirstUse({ hasSource, today }: { hasSource: boolean; today: string }) {
  return (
    <div className="flex flex-col gap-8">
      <PageHeader title="Would a gate catch it next time?">
        Gateline reads issues and merged fixes from your forge and tells, for each of them, whether
        an automated gate exists that would catch its return, how strong the evidence is, and which
        one gate to build next. Nothing has been set up yet.
      </PageHeader>
      <Section
        id="source"
        title="1. Add a source"
        note={
          hasSource
            ? "Done. More can be added at any time."
            : "A Gitea or Forgejo server, or a clone on this machine."
        }
      >
        <Link href={paths.sources} className={buttonClass(hasSource ? "plain" : "strong")}>
          {hasSource ? "See the sources" : "Add a source"}
        </Link>
      </Section>
      <Section
        id="program"
        title="2. Add a program"
        note="Its rules, then the repositories in its scope."
      >
        <AddProgramForm today={today} />
      </Section>
    </div>
  );
}
