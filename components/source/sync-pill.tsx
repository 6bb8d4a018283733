"use client";

import { useQueryClient } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { paths } from "../layout/paths.ts";
import { sayState } from "./say-state.ts";
import { useSources } from "./use-sources.ts";

const AFTER_SYNC_MS = [0, 4000];

/** Whether anything is being read, on every page. */
export function SyncPill() {
  const { data } = useSources();
  const client = useQueryClient();
  const router = useRouter();
  const syncing = data?.syncing === true;
  const before = useRef(syncing);
  // The end of a sync happens outside of this page; what the page shows is old from then on, and
  // once more when the assessment that follows is done.
  useEffect(() => {
    const ended = before.current && !syncing;
    before.current = syncing;
    if (!ended) return;
    const timers = AFTER_SYNC_MS.map((delay) =>
      setTimeout(() => {
        void client.invalidateQueries();
        router.refresh();
      }, delay),
    );
    return () => {
      for (const timer of timers) clearTimeout(timer);
    };
  }, [syncing, client, router]);

  const text = sayState(data);
  return (
    <Link
      href={paths.sources}
      prefetch={false}
      aria-label={`Sources: ${text}`}
      className="inline-flex h-8 items-center gap-1.5 rounded-md px-2 text-sm text-muted hover:bg-hover hover:text-ink"
    >
      <RefreshCw aria-hidden className={`size-3.5 ${syncing ? "animate-spin" : ""}`} />
      <span role="status" className="hidden sm:inline">
        {text}
      </span>
    </Link>
  );
}
