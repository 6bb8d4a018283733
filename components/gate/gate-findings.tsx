import type { GateFindingView } from "#/lib/contract/gates.ts";
import { meaningOf, ruleText } from "./meaning-of.ts";
import { PlaceLink } from "./place-link.tsx";

/** What is wrong with a gate or limits it, each at its line; `whole` adds what each kind means. */
export function GateFindings({
  workflow,
  findings,
  whole = false,
}: {
  workflow: string;
  findings: readonly GateFindingView[];
  whole?: boolean;
}) {
  if (findings.length === 0) return <span className="text-muted">—</span>;
  return (
    <ul className="space-y-1.5">
      {findings.map(({ rule, message, line, url }) => {
        const meaning = meaningOf(rule);
        return (
          <li key={`${rule}:${line}:${message}`} className="wrap-anywhere">
            {message}
            <span className="block text-muted text-xs" title={meaning ?? undefined}>
              {ruleText(rule)}
              {line === null ? null : (
                <>
                  {" · "}
                  <PlaceLink path={workflow} line={line} url={url} short />
                </>
              )}
            </span>
            {whole && meaning !== null ? (
              <span className="block text-muted text-xs">{meaning}</span>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
