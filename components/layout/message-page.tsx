import Link from "next/link";
import type { ReactNode } from "react";
import { buttonClass } from "../ui/button-class.ts";

/** One calm page with one way on. */
export function MessagePage({
  title,
  children,
  action,
}: {
  title: string;
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <main className="mx-auto flex min-h-[70vh] max-w-xl flex-col justify-center gap-4 px-5">
      <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
      <p className="text-base text-muted">{children}</p>
      <div className="flex gap-2">
        {action}
        <Link href="/" className={buttonClass(action === undefined ? "strong" : "plain")}>
          Go to the overview
        </Link>
      </div>
    </main>
  );
}
