import { CircleCheck, CircleDashed, CircleHelp, CircleX } from "lucide-react";
import type { ReactNode } from "react";
import type { ItemView } from "#/lib/contract/item.ts";
import { formatDay } from "#/lib/format.ts";
import { Section } from "../ui/section.tsx";

type State = "done" | "open" | "unknown" | "optional";

const ICONS = {
  done: { icon: CircleCheck, colour: "text-covered", word: "Done" },
  open: { icon: CircleX, colour: "text-nogate", word: "Missing" },
  unknown: { icon: CircleHelp, colour: "text-unknown", word: "Unknown" },
  optional: { icon: CircleDashed, colour: "text-muted", word: "Optional" },
} as const;

function Row({ state, title, children }: { state: State; title: string; children: ReactNode }) {
  const { icon: Icon, colour, word } = ICONS[state];
  return (
    <li className="flex gap-3 py-2.5">
      <Icon aria-hidden className={`mt-0.5 size-4.5 shrink-0 ${colour}`} />
      <div className="min-w-0">
        <p className="font-medium">
          {title} <span className="font-normal text-muted">· {word}</span>
        </p>
        <p className="text-muted text-sm">{children}</p>
      </div>
    </li>
  );
}

function patchOf({ row, program, resolution }: ItemView): { state: State; text: string } {
  if (row.kind === "fix") {
    const number = row.number === null ? "" : ` as #${row.number}`;
    return {
      state: "done",
      text: `Merged${number} on ${formatDay(row.enteredAt, program.timeZone)}.`,
    };
  }
  if (resolution === null)
    return { state: "unknown", text: "Whether a patch was merged is not known." };
  if (resolution === "OPEN") return { state: "open", text: "No merged patch names this issue." };
  return { state: "done", text: "A merged patch names this issue." };
}

function gateOf({ row, program, missed, unknownAbove }: ItemView): { state: State; text: string } {
  if (row.verdict === "covered") {
    return {
      state: "done",
      text: `The evidence reaches ${row.rung}; the policy asks for ${program.measure}.`,
    };
  }
  if (row.verdict === "waived") return { state: "optional", text: "Waived." };
  const reached = row.rung === "none" ? "No evidence is found" : `The evidence reaches ${row.rung}`;
  if (row.verdict === "unknown") {
    const missing = unknownAbove === null ? "" : `: ${unknownAbove.missing}`;
    return {
      state: "unknown",
      text: `${reached}; whether it climbs further is not known${missing}`,
    };
  }
  const misses =
    missed === null ? `it does not reach ${program.measure}` : `it certainly misses ${missed}`;
  return { state: "open", text: `${reached}, and ${misses}.` };
}

/** The three parts of done: patch, operational guard, regression gate. */
export function DefinitionOfDone({ view }: { view: ItemView }) {
  const patch = patchOf(view);
  const gate = gateOf(view);
  return (
    <Section id="done" title="Definition of done">
      <ul className="divide-y divide-line border-line border-y">
        <Row state={patch.state} title="Patch">
          {patch.text}
        </Row>
        <Row state="optional" title="Operational guard">
          Not recorded yet; the definition asks for it where one fits.
        </Row>
        <Row state={gate.state} title="End-to-end regression gate">
          {gate.text}
        </Row>
      </ul>
    </Section>
  );
}
