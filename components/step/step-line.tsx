import { UserRound } from "lucide-react";
import type { ReactNode } from "react";
import type { StepView } from "#/lib/contract/step.ts";
import { isByPerson } from "./is-by-person.ts";
import { sayNote } from "./say-note.ts";

/** One rule that fired: what it found, where, and its name. */
export function StepLine({ step, children }: { step: StepView; children?: ReactNode }) {
  const byPerson = isByPerson(step);
  const place = step.path === null || step.line === null ? step.path : `${step.path}:${step.line}`;
  return (
    <li className="py-1 text-sm">
      <span className={`wrap-anywhere ${byPerson ? "font-medium" : ""}`}>
        {byPerson ? (
          <>
            <UserRound aria-hidden className="mr-1.5 inline size-4 align-text-bottom" />
            <span className="sr-only">Decided by a person: </span>
          </>
        ) : null}
        {sayNote(step.note)}
      </span>
      <span className="flex flex-wrap items-center gap-x-3 text-muted text-xs">
        {place === null ? null : <code className="break-all font-mono">{place}</code>}
        <span>{step.rule}</span>
        {children}
      </span>
    </li>
  );
}
