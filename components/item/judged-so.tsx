import type { ItemView } from "#/lib/contract/item.ts";
import type { StepView } from "#/lib/contract/step.ts";
import { AnotherKind } from "../decide/another-kind.tsx";
import { DecideFix } from "../decide/decide-fix.tsx";
import { prepareOffers } from "../decide/prepare-offers.ts";
import { kindText } from "../merged/kind-text.ts";
import { groupSteps } from "../step/group-steps.ts";
import { kindOfStep } from "../step/kind-of-step.ts";
import { StepList } from "../step/step-list.tsx";
import { Section } from "../ui/section.tsx";
import { AuthorsText } from "./authors-text.tsx";
import { countsOfItem } from "./counts-of-item.ts";

function Steps({ view: { steps, row, program } }: { view: ItemView }) {
  const actionOf = (step: StepView) => {
    const kind = kindOfStep(step);
    if (kind === null || step.path === null) return null;
    const test = { slug: program.slug, alias: row.alias, path: step.path, kind };
    return <AnotherKind test={test} />;
  };
  return (
    <div className="divide-y divide-line border-line border-y">
      {groupSteps(steps).map(({ title, steps: own }) => (
        <section
          key={title}
          aria-label={title}
          className="grid gap-x-5 py-2 sm:grid-cols-[11rem_minmax(0,1fr)]"
        >
          <h3 className="py-1 font-medium text-sm">{title}</h3>
          <div className="min-w-0">
            <StepList steps={own} actionOf={actionOf} />
          </div>
        </section>
      ))}
    </div>
  );
}

/** Of what is no change only the reasons are recorded. */
function Why({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return <p className="text-muted text-sm">No rule was recorded.</p>;
  return (
    <ul className="list-disc space-y-1 pl-5 text-sm">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** Every rule that fired, in order, and the way for a person to say otherwise. */
export function JudgedSo({ view }: { view: ItemView }) {
  const { row, program, fixKind } = view;
  const { number } = row;
  const decides = row.kind === "fix" && number !== null && view.steps.length > 0;
  return (
    <Section
      id="why"
      title={view.steps.length === 0 ? "Why it is in scope" : "Why it is judged so"}
      {...(fixKind === null ? {} : { note: `Classified as: ${kindText(fixKind).toLowerCase()}` })}
      aside={
        decides ? (
          <DecideFix
            subject={{ slug: program.slug, alias: row.alias, number, title: row.title }}
            offers={prepareOffers({ ...view, counts: countsOfItem(view) })}
          />
        ) : null
      }
    >
      {view.steps.length === 0 ? <Why lines={view.why} /> : <Steps view={view} />}
      <AuthorsText body={view.body} />
    </Section>
  );
}
