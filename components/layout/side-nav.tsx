"use client";

import {
  Boxes,
  Database,
  Gauge,
  GitMerge,
  Layers,
  Link2,
  ListChecks,
  ListOrdered,
  Scale,
  Settings,
  ShieldCheck,
} from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { type ComponentType, useLayoutEffect, useRef } from "react";
import { paths } from "./paths.ts";
import { scrollToShow } from "./scroll-to-show.ts";

type Place = {
  readonly label: string;
  readonly href: Route;
  readonly icon: ComponentType<{ className?: string }>;
  /** The address without its query; a page under it belongs to it. */
  readonly at: string;
  readonly exact?: boolean;
};

const ofProgram = (slug: string): Place[] => [
  {
    label: "Overview",
    href: paths.overview(slug),
    icon: Gauge,
    at: paths.overview(slug),
    exact: true,
  },
  {
    label: "Gaps",
    href: paths.gaps(slug, { verdict: ["gap"] }),
    icon: ListChecks,
    at: paths.gaps(slug),
  },
  { label: "Merged", href: paths.merged(slug), icon: GitMerge, at: paths.merged(slug) },
  { label: "Clusters", href: paths.clusters(slug), icon: Boxes, at: paths.clusters(slug) },
  { label: "Plan", href: paths.plan(slug), icon: ListOrdered, at: paths.plan(slug) },
  { label: "Gates", href: paths.gates(slug), icon: ShieldCheck, at: paths.gates(slug) },
  { label: "Links", href: paths.links(slug), icon: Link2, at: paths.links(slug) },
  { label: "Policy", href: paths.policy(slug), icon: Scale, at: paths.policy(slug) },
  { label: "Settings", href: paths.program(slug), icon: Settings, at: paths.program(slug) },
];

const OF_SERVER: Place[] = [
  { label: "Sources", href: paths.sources, icon: Database, at: paths.sources },
  { label: "Programs", href: paths.programs, icon: Layers, at: paths.programs },
];

function isHere(pathname: string, place: Place): boolean {
  if (place.exact === true) return pathname === place.at;
  if (pathname === place.at || pathname.startsWith(`${place.at}/`)) return true;
  return place.label === "Gaps" && pathname.startsWith("/gaps/");
}

function PlaceLink({ place, here }: { place: Place; here: boolean }) {
  const link = useRef<HTMLAnchorElement>(null);
  // On a small screen the current page may be out of the line's sight. At once, not smoothly: nothing moves.
  useLayoutEffect(() => {
    const strip = here ? link.current?.closest("nav") : null;
    if (!strip || link.current === null) return;
    const left = scrollToShow(strip.getBoundingClientRect(), link.current.getBoundingClientRect());
    strip.scrollBy({ left, behavior: "instant" });
  }, [here]);
  const Icon = place.icon;
  const look = here
    ? "text-ink bg-hover lg:font-medium"
    : "text-muted hover:bg-hover hover:text-ink";
  return (
    <Link
      ref={link}
      href={place.href}
      prefetch={false}
      aria-current={here ? "page" : undefined}
      className={`flex h-8 shrink-0 items-center gap-2 rounded-md px-2 text-[0.8125rem] lg:px-2.5 ${look}`}
    >
      <Icon aria-hidden className="hidden size-4 lg:block" />
      {place.label}
    </Link>
  );
}

/** A column beside the page, or on a small screen one line above it. */
export function SideNav({ slug }: { slug: string | null }) {
  const pathname = usePathname();
  const link = (place: Place) => (
    <PlaceLink key={place.label} place={place} here={isHere(pathname, place)} />
  );
  return (
    <nav
      aria-label="Main"
      className="no-print flex gap-0.5 overflow-x-auto border-line border-b px-2 py-1 lg:sticky lg:top-12 lg:h-[calc(100dvh-3rem)] lg:w-52 lg:shrink-0 lg:flex-col lg:border-r lg:border-b-0 lg:px-3 lg:py-4"
    >
      {slug === null ? null : ofProgram(slug).map(link)}
      <div
        className={`${slug === null ? "flex" : "hidden"} gap-0.5 lg:flex lg:flex-col ${slug === null ? "" : "lg:mt-auto"}`}
      >
        {OF_SERVER.map(link)}
      </div>
    </nav>
  );
}
