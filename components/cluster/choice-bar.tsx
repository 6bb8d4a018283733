import type { ReactNode } from "react";

/** What is chosen and what can be done with it; it stays in view while the list scrolls. */
export function ChoiceBar({
  label,
  said,
  children,
}: {
  label: string;
  said: string;
  children: ReactNode;
}) {
  return (
    <div
      role="group"
      aria-label={label}
      className="no-print sticky top-12 z-20 -mb-px flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b bg-canvas py-1.5 text-sm"
    >
      {children}
      <p role="status" className="text-muted text-xs">
        {said}
      </p>
    </div>
  );
}
