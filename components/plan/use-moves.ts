"use client";

import { useState } from "react";
import type { PlanView } from "#/lib/contract/plan.ts";
import { moveEntry } from "./move-entry.ts";
import type { MakeOrder } from "./use-orders.ts";

const placeOf = ({ entries }: PlanView, key: string) =>
  entries.findIndex((entry) => entry.key === key);

/** Moves entries, and says where the last one that was moved now is. */
export function useMoves({
  view: { entries },
  onOrder,
}: {
  view: PlanView;
  onOrder: (make: MakeOrder) => void;
}) {
  const [told, setTold] = useState("");
  // Of several moves in a row each starts from where the one before it led, drawn or not.
  const move = (key: string, toOf: (now: PlanView) => number) =>
    onOrder((now) => {
      const to = toOf(now);
      const value = moveEntry(now, key, to);
      const entry = now.entries.find((each) => each.key === key);
      if (value === null || entry === undefined) return undefined;
      setTold(`${entry.title}: place ${to + 1} of ${now.entries.length}`);
      return value;
    });
  const moveBy = (key: string, by: 1 | -1) => move(key, (now) => placeOf(now, key) + by);
  const moveFrom = (from: number, to: number) => {
    const [key, target] = [entries[from]?.key, entries[to]?.key];
    if (key !== undefined && target !== undefined) move(key, (now) => placeOf(now, target));
  };
  return { told, moveBy, moveFrom };
}
