import { CircleCheck, CircleHelp, CircleX } from "lucide-react";
import type { ItemView } from "#/lib/contract/item.ts";
import type { Measure } from "#/lib/coverage/measure.ts";
import { Section } from "../ui/section.tsx";
import { measureText } from "../verdict/measure-text.ts";
import { DecayNote } from "./decay-note.tsx";
import { prepareLadder, type Step } from "./prepare-ladder.ts";

const LOOKS = {
  reached: { icon: CircleCheck, colour: "text-covered" },
  missed: { icon: CircleX, colour: "text-nogate" },
  unknown: { icon: CircleHelp, colour: "text-unknown" },
} as const;

function Rung({ step, policy }: { step: Step; policy: Measure }) {
  const { icon: Icon, colour } = LOOKS[step.state];
  return (
    <li
      className="flex gap-2.5 py-1.5"
      title={step.rung === "none" ? undefined : measureText(step.rung).means}
    >
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${colour}`} />
      <div className="min-w-0 flex-1">
        <p className="flex justify-between gap-2">
          <span className="capitalize">
            {step.rung}
            {step.rung === policy ? (
              <span className="text-muted normal-case"> · policy</span>
            ) : null}
          </span>
          <span className="text-muted text-xs">{step.state}</span>
        </p>
        {step.why === null ? null : <p className="text-muted text-xs">{step.why}</p>}
      </div>
    </li>
  );
}

/** How far the evidence climbs, highest rung on top. */
export function RungLadder({ view }: { view: ItemView }) {
  const audit = view.verdicts.find((entry) => entry.measure === "has_test@1");
  return (
    <Section id="ladder" title="Evidence ladder">
      <DecayNote view={view} />
      <ol className="divide-y divide-line border-line border-y">
        {prepareLadder(view).map((step) => (
          <Rung key={step.rung} step={step} policy={view.program.measure} />
        ))}
      </ol>
      {audit === undefined ? null : (
        <p className="mt-2 text-muted text-xs">
          Beside the ladder, the audit’s own rule has_test@1 says:{" "}
          {audit.verdict === "covered"
            ? "HAS_TEST"
            : audit.verdict === "gap"
              ? "NO_TEST"
              : audit.verdict}
          .
        </p>
      )}
    </Section>
  );
}
