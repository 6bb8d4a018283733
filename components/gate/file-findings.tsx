import type { GatesView } from "#/lib/contract/gates.ts";
import { Section } from "../ui/section.tsx";
import { meaningOf, ruleText } from "./meaning-of.ts";
import { PlaceLink } from "./place-link.tsx";

export function FileFindings({ findings }: { findings: GatesView["fileFindings"] }) {
  if (findings.length === 0) return null;
  return (
    <Section id="files" title="Workflow files without a readable job">
      <ul className="divide-y divide-line border-line border-y text-sm">
        {findings.map(({ alias, workflow, rule, line, url, message }) => (
          <li key={`${alias}:${workflow}:${rule}:${line}:${message}`} className="py-2">
            {alias} <PlaceLink path={workflow} line={line} url={url} />
            <p className="wrap-anywhere text-muted">
              {message}{" "}
              <span className="text-xs" title={meaningOf(rule) ?? undefined}>
                {ruleText(rule)}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
