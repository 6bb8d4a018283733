import type { ReactNode } from "react";

/** A group of choices of which any number holds; they come out in the order of all, so that ticking one off and on again is no change. */
export function Checks<Choice extends string>({
  legend,
  all,
  names,
  chosen,
  onChange,
}: {
  legend: string;
  all: readonly Choice[];
  names: Readonly<Record<Choice, string>>;
  chosen: readonly Choice[];
  onChange: (chosen: readonly Choice[]) => void;
}) {
  const turn = (choice: Choice, on: boolean) =>
    onChange(all.filter((each) => (each === choice ? on : chosen.includes(each))));
  return (
    <CheckGroup legend={legend}>
      {all.map((choice) => (
        <Check key={choice} checked={chosen.includes(choice)} onChange={(on) => turn(choice, on)}>
          {names[choice]}
        </Check>
      ))}
    </CheckGroup>
  );
}

export function CheckGroup({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-1">
      <legend className="mb-1 font-medium text-xs">{legend}</legend>
      {children}
    </fieldset>
  );
}

export function Check({
  checked,
  onChange,
  children,
}: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
}) {
  return (
    <label className="flex min-h-6 items-center gap-2 text-sm">
      <input
        type="checkbox"
        className="size-4 shrink-0"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      {children}
    </label>
  );
}
