"use client";

import { type ComponentProps, createContext, type ReactNode, useContext, useId } from "react";

export const controlClass =
  "h-8 min-w-0 rounded-md border border-control bg-canvas px-2.5 text-sm text-ink placeholder:text-muted";

type Labelled = { readonly id: string; readonly "aria-describedby": string | undefined };

const FieldContext = createContext<Labelled | null>(null);

/** A labelled control; the label is always visible and is its whole name, the hint describes it. */
export function Field({
  label,
  hint,
  children,
}: {
  label: string;
  hint?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  const hintId = `${id}-hint`;
  const labelled = { id, "aria-describedby": hint === undefined ? undefined : hintId };
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-xs font-medium">
        {label}
      </label>
      <FieldContext.Provider value={labelled}>{children}</FieldContext.Provider>
      {hint === undefined ? null : (
        <span id={hintId} className="text-xs text-muted">
          {hint}
        </span>
      )}
    </div>
  );
}

export function TextInput(props: ComponentProps<"input">) {
  const labelled = useContext(FieldContext);
  return <input {...labelled} {...props} className={`${controlClass} ${props.className ?? ""}`} />;
}

export function TextArea(props: ComponentProps<"textarea">) {
  const labelled = useContext(FieldContext);
  return (
    <textarea
      rows={3}
      {...labelled}
      {...props}
      className={`${controlClass} h-auto py-1.5 ${props.className ?? ""}`}
    />
  );
}

export function SelectInput(props: ComponentProps<"select">) {
  const labelled = useContext(FieldContext);
  return (
    <select {...labelled} {...props} className={`${controlClass} pr-7 ${props.className ?? ""}`} />
  );
}
