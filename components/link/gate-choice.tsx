"use client";

import { useId } from "react";
import { GateFacts } from "./gate-facts.tsx";
import type { Candidate } from "./prepare-candidates.ts";

const ROW = "flex items-start gap-2.5 px-3 py-2 text-sm has-checked:bg-hover";

function GateRadio({ gate }: { gate: Candidate }) {
  const about = useId();
  return (
    <label className={ROW}>
      <input
        type="radio"
        name="gate"
        value={gate.id}
        required
        aria-describedby={about}
        className="mt-1"
      />
      <span className="min-w-0">
        <span className="wrap-anywhere font-medium">
          {gate.alias} {gate.name}
        </span>
        <GateFacts gate={gate} id={about} />
      </span>
    </label>
  );
}

/** Which gate, and whether it is enough. */
export function GateChoice({
  candidates,
  enough,
  onEnough,
}: {
  candidates: readonly Candidate[];
  enough: boolean;
  onEnough: (enough: boolean) => void;
}) {
  const choice = (value: boolean, text: string) => (
    <label className="flex min-h-6 items-center gap-2.5 text-sm">
      <input
        type="radio"
        name="enough"
        value={String(value)}
        checked={enough === value}
        onChange={() => onEnough(value)}
      />
      {text}
    </label>
  );
  return (
    <>
      <fieldset className="min-w-0">
        <legend className="mb-1 font-medium text-xs">Gate</legend>
        <div className="max-h-64 divide-y divide-line overflow-y-auto rounded-md border border-control">
          {candidates.map((gate) => (
            <GateRadio key={gate.id} gate={gate} />
          ))}
        </div>
      </fieldset>
      <fieldset className="min-w-0">
        <legend className="mb-1 font-medium text-xs">Is it enough?</legend>
        {choice(true, "It covers this")}
        {choice(false, "It is linked but not enough")}
      </fieldset>
    </>
  );
}
