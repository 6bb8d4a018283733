import type { ReactNode } from "react";

export function PageHeader({
  title,
  children,
  aside,
}: {
  title: string;
  children?: ReactNode;
  aside?: ReactNode;
}) {
  return (
    <header className="mb-5 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="wrap-anywhere min-w-0 max-w-3xl">
        <h1 className="text-xl font-semibold tracking-tight text-balance">{title}</h1>
        {children === undefined ? null : <div className="mt-1 text-sm text-muted">{children}</div>}
      </div>
      {aside}
    </header>
  );
}
