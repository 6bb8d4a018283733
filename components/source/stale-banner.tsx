"use client";

import Link from "next/link";
import type { ProgramView } from "#/lib/contract/program.ts";
import { formatInstant } from "#/lib/format.ts";
import { paths } from "../layout/paths.ts";
import { staleOf } from "./stale-of.ts";
import { ATMOST_EVERY_MS } from "./sync-pill.tsx";
import { useSources } from "./use-sources.ts";

/** Figures that are old because nothing could be read must not be taken for the present ones. */
export function StaleBanner({ program }: { program: ProgramView }) {
  const { data } = useSources({ everyMs: ATMOST_EVERY_MS });
  const stale = data === undefined || program.archived ? null : staleOf(data, program.slug);
  if (stale === null) return null;
  return (
    <aside
      aria-label="Stale figures"
      className="border-notice-line border-b bg-notice px-4 py-1.5 text-xs lg:px-8"
    >
      <strong className="font-semibold">Stale: {stale.aliases.join(", ")}</strong> could not be read
      since {formatInstant(stale.since, program.timeZone)}. The last whole figures stay, from{" "}
      {formatInstant(stale.from, program.timeZone)}.{" "}
      <Link href={paths.sources} prefetch={false} className="figure-link">
        See why
      </Link>
    </aside>
  );
}
