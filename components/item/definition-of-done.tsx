import { CircleCheck, CircleDashed, CircleHelp, CircleX } from "lucide-react";
import type { ReactNode } from "react";
import type { ItemView } from "#/lib/contract/item.ts";
import { Section } from "../ui/section.tsx";
import { GuardActions } from "./guard-actions.tsx";
import { type DoneState, prepareGate, prepareGuard, preparePatch } from "./prepare-done.ts";

const ICONS = {
  done: { icon: CircleCheck, colour: "text-covered", word: "Done" },
  open: { icon: CircleX, colour: "text-nogate", word: "Missing" },
  unknown: { icon: CircleHelp, colour: "text-unknown", word: "Unknown" },
  optional: { icon: CircleDashed, colour: "text-muted", word: "Optional" },
  // Not the look of done: it brings the item no nearer to it.
  recorded: { icon: CircleCheck, colour: "text-muted", word: "Recorded" },
  absent: { icon: CircleDashed, colour: "text-muted", word: "Not recorded" },
} as const;

function Row({
  state,
  title,
  actions,
  children,
}: {
  state: DoneState;
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { icon: Icon, colour, word } = ICONS[state];
  return (
    <li className="flex gap-3 py-2.5">
      <Icon aria-hidden className={`mt-0.5 size-4.5 shrink-0 ${colour}`} />
      <div className="min-w-0">
        <p className="font-medium">
          {title} <span className="font-normal text-muted">· {word}</span>
        </p>
        <p className="wrap-anywhere text-muted text-sm">{children}</p>
        {actions}
      </div>
    </li>
  );
}

/** The three parts of done: patch, operational guard, regression gate. */
export function DefinitionOfDone({ view }: { view: ItemView }) {
  const { program, row, guard: word } = view;
  const patch = preparePatch(view);
  const guard = prepareGuard(view);
  const gate = prepareGate(view);
  return (
    <Section id="done" title="Definition of done">
      <ul className="divide-y divide-line border-line border-y">
        <Row state={patch.state} title="Patch">
          {patch.text}
        </Row>
        <Row
          state={guard.state}
          title="Operational guard (optional)"
          actions={<GuardActions slug={program.slug} item={row.item} guard={word?.guard ?? null} />}
        >
          {guard.text}
          {word === null ? null : (
            <>
              {" "}
              <q>{word.reason}</q>
            </>
          )}
        </Row>
        <Row state={gate.state} title="End-to-end regression gate">
          {gate.text}
        </Row>
      </ul>
    </Section>
  );
}
