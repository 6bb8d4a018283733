"use client";

import { useState } from "react";
import type { PlanView } from "#/lib/contract/plan.ts";
import type { Said } from "./apply-word.ts";
import { moveEntry } from "./move-entry.ts";

/** Moves entries, and says where the last one that was moved now is. */
export function useMoves({ view, onSay }: { view: PlanView; onSay: (said: Said) => void }) {
  const [told, setTold] = useState("");
  const moveTo = (key: string, to: number) => {
    const value = moveEntry(view, key, to);
    const entry = view.entries.find((each) => each.key === key);
    if (value === null || entry === undefined) return;
    setTold(`${entry.title}: place ${to + 1} of ${view.entries.length}`);
    onSay({ verb: "order", value });
  };
  const moveBy = (key: string, by: 1 | -1) =>
    moveTo(key, view.entries.findIndex((each) => each.key === key) + by);
  const moveFrom = (from: number, to: number) => moveTo(view.entries[from]?.key ?? "", to);
  return { told, moveBy, moveFrom };
}
