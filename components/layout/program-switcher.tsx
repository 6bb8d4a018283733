"use client";

import { Check, ChevronsUpDown } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useRef } from "react";
import type { ProgramLink } from "#/lib/contract/program.ts";
import { buttonClass } from "../ui/button-class.ts";
import { paths } from "./paths.ts";
import { samePlace } from "./same-place.ts";

type Entry = {
  readonly href: Route;
  readonly here: boolean;
  readonly label: string;
  /** What sets it apart. */
  readonly mark: "sample" | "archived" | null;
};

const PANEL = "program-switcher";

function EntryLink({ entry, onFollow }: { entry: Entry; onFollow: () => void }) {
  return (
    <li>
      <Link
        href={entry.href}
        prefetch={false}
        aria-current={entry.here ? "true" : undefined}
        onClick={onFollow}
        className="flex items-center gap-2 rounded-md px-2 py-1.5 text-sm hover:bg-hover"
      >
        <Check aria-hidden className={`size-3.5 shrink-0 ${entry.here ? "" : "invisible"}`} />
        <span className="min-w-0 flex-1 truncate">{entry.label}</span>
        {entry.mark === null ? null : <span className="text-muted text-xs">{entry.mark}</span>}
      </Link>
    </li>
  );
}

const REST: readonly Entry[] = [
  { href: paths.programs, here: false, label: "All programs", mark: null },
  { href: paths.sources, here: false, label: "Sources", mark: null },
];

/** A native popover: it opens, closes and answers Escape without any script of ours. */
export function ProgramSwitcher({
  programs,
  current,
}: {
  programs: readonly ProgramLink[];
  current: string | null;
}) {
  const panel = useRef<HTMLElement>(null);
  const name = programs.find((program) => program.slug === current)?.name ?? "Choose a program";
  const pathname = usePathname();
  const entries = programs.map(
    ({ slug, name: label, sample, archived }): Entry => ({
      href: samePlace(pathname, slug),
      here: slug === current,
      label,
      mark: archived ? "archived" : sample ? "sample" : null,
    }),
  );
  const close = () => panel.current?.hidePopover();
  return (
    <>
      <button type="button" popoverTarget={PANEL} className={`${buttonClass("quiet")} min-w-0`}>
        <span className="truncate text-ink">{name}</span>
        <ChevronsUpDown aria-hidden className="size-3.5 shrink-0" />
      </button>
      <nav
        ref={panel}
        id={PANEL}
        popover="auto"
        aria-label="Programs"
        className="fixed inset-auto top-12 left-3 max-h-[80vh] w-[min(22rem,calc(100vw-1.5rem))] overflow-y-auto rounded-lg border border-line bg-raised p-1 text-ink shadow-lg sm:left-28"
      >
        <ul>
          {entries.map((entry) => (
            <EntryLink key={entry.href} entry={entry} onFollow={close} />
          ))}
          <li aria-hidden className="my-1 h-px bg-line" />
          {REST.map((entry) => (
            <EntryLink key={entry.href} entry={entry} onFollow={close} />
          ))}
        </ul>
      </nav>
    </>
  );
}
