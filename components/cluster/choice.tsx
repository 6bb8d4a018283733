"use client";

import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { useChoiceKey } from "./use-choice-key.ts";

type Choice = {
  /** Those that are chosen and still there, in the order of the page. */
  readonly chosen: readonly string[];
  readonly all: readonly string[];
  readonly choose: (keys: readonly string[], on: boolean) => void;
};

const Choosing = createContext<Choice>({ chosen: [], all: [], choose: () => undefined });

export const useChoice = (): Choice => useContext(Choosing);

/** Remembers which rows of a list are chosen; one that left the list is chosen no more. */
export function ChoiceProvider({ all, children }: { all: readonly string[]; children: ReactNode }) {
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  useChoiceKey();
  const choice = useMemo(
    () => ({
      all,
      chosen: all.filter((key) => kept.has(key)),
      choose: (keys: readonly string[], on: boolean) =>
        setKept((before) => {
          const rest = new Set([...before].filter((key) => !keys.includes(key)));
          return on ? new Set([...rest, ...keys]) : rest;
        }),
    }),
    [all, kept],
  );
  return <Choosing.Provider value={choice}>{children}</Choosing.Provider>;
}

function Box({
  label,
  checked,
  onChange,
  isRow,
}: {
  label: string;
  checked: boolean;
  onChange: (on: boolean) => void;
  isRow: boolean;
}) {
  return (
    <label className="no-print inline-flex size-6 items-center justify-center rounded hover:bg-hover">
      <input
        type="checkbox"
        data-choice={isRow ? "" : undefined}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="size-4 scroll-mt-10"
      />
      <span className="sr-only">{label}</span>
    </label>
  );
}

export function ChoiceBox({ choiceKey, label }: { choiceKey: string; label: string }) {
  const { chosen, choose } = useChoice();
  return (
    <Box
      label={label}
      checked={chosen.includes(choiceKey)}
      onChange={(on) => choose([choiceKey], on)}
      isRow
    />
  );
}

export function ChooseAll({ label }: { label: string }) {
  const { all, chosen, choose } = useChoice();
  return (
    <Box
      label={label}
      checked={all.length > 0 && chosen.length === all.length}
      onChange={(on) => choose(all, on)}
      isRow={false}
    />
  );
}
