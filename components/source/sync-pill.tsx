"use client";

import { useQueryClient } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import type { SourcesView } from "#/lib/contract/sources.ts";
import { paths } from "../layout/paths.ts";
import { sayState } from "./say-state.ts";
import { useSources } from "./use-sources.ts";

/** On pages that show something else, what changed is asked for more seldom. */
export const ATMOST_EVERY_MS = 5000;
const AFTER_SYNC_MS = [0, 4000];

/** Another text for each sync that ends; undefined as long as nothing is known. */
function stageOf(view: SourcesView | undefined): string | undefined {
  if (view === undefined) return undefined;
  if (view.syncing) return "syncing";
  const ends = view.sources.flatMap(({ repositories }) =>
    repositories.flatMap(({ run }) => run?.endedAt ?? []),
  );
  return `ended ${ends.toSorted().at(-1) ?? "never"}`;
}

/** Whether anything is being read, on every page. */
export function SyncPill() {
  const { data } = useSources({ everyMs: ATMOST_EVERY_MS });
  const client = useQueryClient();
  const router = useRouter();
  const stage = stageOf(data);
  const before = useRef(stage);
  // The end of a sync happens outside of this page; what the page shows is old from then on, and
  // once more when the assessment that follows is done.
  useEffect(() => {
    const isNew = before.current !== undefined && before.current !== stage;
    before.current = stage;
    if (!isNew || stage === undefined || stage === "syncing") return;
    const timers = AFTER_SYNC_MS.map((delay) =>
      setTimeout(() => {
        void client.invalidateQueries();
        router.refresh();
      }, delay),
    );
    return () => {
      for (const timer of timers) clearTimeout(timer);
    };
  }, [stage, client, router]);

  const text = sayState(data);
  return (
    <Link
      href={paths.sources}
      prefetch={false}
      aria-label={`Sources: ${text}`}
      className="inline-flex h-8 items-center gap-1.5 rounded-md px-2 text-sm text-muted hover:bg-hover hover:text-ink"
    >
      <RefreshCw
        aria-hidden
        className={`size-3.5 ${data?.syncing === true ? "animate-spin" : ""}`}
      />
      <span role="status" className="hidden sm:inline">
        {text}
      </span>
    </Link>
  );
}
