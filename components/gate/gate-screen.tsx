import type { GateDefinitionView, GateDetailView } from "#/lib/contract/gate.ts";
import { Notice } from "../ui/notice.tsx";
import { Section } from "../ui/section.tsx";
import { GateFacts } from "./gate-facts.tsx";
import { GateFiles } from "./gate-files.tsx";
import { GateFindings } from "./gate-findings.tsx";
import { GateHead } from "./gate-head.tsx";
import { GateItems } from "./gate-items.tsx";
import { GateSteps } from "./gate-steps.tsx";
import { GateTriggers } from "./gate-triggers.tsx";
import { WouldRunBox } from "./would-run-box.tsx";

function Defined({
  definition,
  slug,
  view,
  files,
}: {
  definition: GateDefinitionView;
  slug: string;
  view: GateDetailView;
  files: string;
}) {
  return (
    <>
      <Section id="would-run" title="Would it run for these files?">
        <WouldRunBox
          // Another address is another question.
          key={files}
          slug={slug}
          gate={view.gate.id}
          workflow={view.gate.workflow}
          start={files}
        />
      </Section>
      <Section id="triggers" title="What starts it">
        <GateTriggers triggers={definition.triggers} />
      </Section>
      <Section
        id="steps"
        title="What it runs"
        note="Each step with the tests that it selects, and the lines that lead there."
      >
        <GateSteps steps={definition.steps} calls={definition.calls} />
      </Section>
      <Section id="selected" title="Files that it selects">
        <GateFiles files={definition.files} why={definition.filesWhy} />
      </Section>
    </>
  );
}

/** One gate: is it real, does it count, and what does it run? */
export function GateScreen({
  slug,
  view,
  files,
}: {
  slug: string;
  view: GateDetailView;
  /** The paths that the address asks about, one a line. */
  files: string;
}) {
  const { gate, definition, definitionWhy } = view;
  return (
    <div className="flex flex-col gap-8">
      <div className="flex flex-col gap-4">
        <GateHead slug={slug} gate={gate} />
        {definitionWhy === null ? null : <Notice>{definitionWhy}</Notice>}
        <GateFacts slug={slug} view={view} />
      </div>
      <Section id="findings" title="Findings" note="What is wrong with it, and what limits it.">
        {gate.findings.length === 0 ? (
          <p className="text-muted text-sm">None.</p>
        ) : (
          <div className="text-sm">
            <GateFindings workflow={gate.workflow} findings={gate.findings} whole />
          </div>
        )}
      </Section>
      <Section id="holds" title="What it holds up" note="Items whose evidence names it.">
        <GateItems slug={slug} view={view} />
      </Section>
      {definition === null ? null : (
        <Defined definition={definition} slug={slug} view={view} files={files} />
      )}
    </div>
  );
}
