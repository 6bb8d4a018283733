import type { ReactNode } from "react";

/** Lets a wide table scroll inside the page; focusable, so that a keyboard can scroll it too. */
export function ScrollBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div
      role="region"
      aria-label={`${label}, scrolls sideways`}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a keyboard must reach it
      tabIndex={0}
      className="relative -mx-1 overflow-x-auto px-1"
    >
      {children}
    </div>
  );
}
