import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";

/** A number that opens the list it counts; the label says of what it is the number. */
export function NumberLink({
  href,
  label,
  className = "",
  children,
}: {
  href: Route;
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <Link href={href} prefetch={false} className={`figure-link ${className}`}>
      {children}
      <span className="sr-only"> {label}</span>
    </Link>
  );
}
