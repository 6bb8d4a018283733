import type { ComponentProps, ReactNode } from "react";

export const controlClass =
  "h-8 min-w-0 rounded-md border border-control bg-canvas px-2.5 text-sm text-ink placeholder:text-muted";

/** A labelled control with its hint; the label is always visible. */
export function Field({
  label,
  hint,
  children,
}: {
  label: string;
  hint?: ReactNode;
  children: ReactNode;
}) {
  return (
    <label className="flex min-w-0 flex-col gap-1">
      <span className="text-xs font-medium">{label}</span>
      {children}
      {hint === undefined ? null : <span className="text-xs text-muted">{hint}</span>}
    </label>
  );
}

export function TextInput(props: ComponentProps<"input">) {
  return <input {...props} className={`${controlClass} ${props.className ?? ""}`} />;
}

export function SelectInput(props: ComponentProps<"select">) {
  return <select {...props} className={`${controlClass} pr-7 ${props.className ?? ""}`} />;
}
