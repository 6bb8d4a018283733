import Link from "next/link";
import type { ReactNode } from "react";
import type { ProgramLink, ProgramView } from "#/lib/contract/program.ts";
import { OperatorButton } from "../operator/operator-button.tsx";
import { OperatorProvider } from "../operator/operator-provider.tsx";
import { StaleBanner } from "../source/stale-banner.tsx";
import { SyncPill } from "../source/sync-pill.tsx";
import { ArchivedBanner } from "./archived-banner.tsx";
import { ProgramSwitcher } from "./program-switcher.tsx";
import { SampleBanner } from "./sample-banner.tsx";
import { SideNav } from "./side-nav.tsx";
import { ThemeToggle } from "./theme-toggle.tsx";

function Mark() {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className="size-5">
      <path d="M6 27V6m20 21V6" stroke="currentColor" strokeWidth="4" strokeLinecap="round" />
      <path d="M6 12h20" stroke="var(--covered)" strokeWidth="4" strokeLinecap="round" />
      <path d="M6 20h12" stroke="var(--testonly)" strokeWidth="4" strokeLinecap="round" />
    </svg>
  );
}

function TopBar({
  programs,
  current,
}: {
  programs: readonly ProgramLink[];
  current: string | null;
}) {
  return (
    <header className="no-print sticky top-0 z-30 flex h-12 items-center gap-1 border-line border-b bg-canvas px-3 lg:px-5">
      <Link
        href="/"
        prefetch={false}
        className="flex items-center gap-2 rounded-md px-1 py-1 font-semibold"
      >
        <Mark />
        <span className="sr-only sm:not-sr-only">Gateline</span>
      </Link>
      <span aria-hidden className="hidden px-1 text-line sm:inline">
        /
      </span>
      <ProgramSwitcher programs={programs} current={current} />
      <div className="ml-auto flex items-center gap-0.5">
        <SyncPill />
        <OperatorButton />
        <ThemeToggle />
      </div>
    </header>
  );
}

export function AppShell({
  programs,
  program,
  operator,
  children,
}: {
  programs: readonly ProgramLink[];
  program: ProgramView | null;
  operator: string | null;
  children: ReactNode;
}) {
  return (
    <OperatorProvider initialName={operator}>
      <a
        href="#main"
        className="sr-only z-50 rounded-md bg-strong px-3 py-2 text-on-strong focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to the content
      </a>
      <TopBar programs={programs} current={program?.slug ?? null} />
      <div className="lg:flex">
        <SideNav slug={program?.slug ?? null} />
        <div className="min-w-0 flex-1">
          {program === null ? null : (
            <>
              <SampleBanner program={program} />
              <ArchivedBanner program={program} />
              <StaleBanner program={program} />
            </>
          )}
          <main
            id="main"
            tabIndex={-1}
            className="mx-auto w-full max-w-7xl px-4 py-5 outline-none lg:px-8 lg:py-7"
          >
            {children}
          </main>
        </div>
      </div>
    </OperatorProvider>
  );
}
