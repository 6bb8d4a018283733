import type { ReactNode } from "react";

/** A titled part of a page; `aside` stands at the end of the title's line. */
export function Section({
  id,
  title,
  note,
  aside,
  children,
}: {
  id: string;
  title: string;
  note?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={id} className="min-w-0">
      <header className="mb-2 flex flex-wrap items-end justify-between gap-x-4 gap-y-1">
        <div className="min-w-0">
          <h2 id={id} className="text-[0.9375rem] font-semibold tracking-tight">
            {title}
          </h2>
          {note === undefined ? null : <p className="text-xs text-muted">{note}</p>}
        </div>
        {aside}
      </header>
      {children}
    </section>
  );
}
