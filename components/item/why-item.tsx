import type { ItemView } from "#/lib/contract/item.ts";
import { Section } from "../ui/section.tsx";

export function WhyItem({ view }: { view: ItemView }) {
  return (
    <Section
      id="why"
      title="Why it is in scope"
      {...(view.fixKind === null ? {} : { note: `Classified as ${view.fixKind}` })}
    >
      {view.why.length === 0 ? (
        <p className="text-muted text-sm">No rule was recorded.</p>
      ) : (
        <ul className="list-disc space-y-1 pl-5 text-sm">
          {view.why.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {view.body === null || view.body.trim() === "" ? null : (
        <details className="mt-3 text-sm">
          <summary className="w-fit rounded text-muted hover:text-ink">
            What its author wrote
          </summary>
          <pre className="mt-2 max-h-96 overflow-auto whitespace-pre-wrap rounded-md border border-line bg-sunken p-3 font-sans">
            {view.body}
          </pre>
        </details>
      )}
    </Section>
  );
}
