"use client";

import { useEffect, useLayoutEffect, useRef } from "react";

/** An element that moves in the document loses the focus; one of an entry gets it back when the order changes. */
export function useMovedFocus(order: string) {
  const held = useRef<HTMLElement | null>(null);
  const before = useRef(order);
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      const inEntry = target instanceof HTMLElement && target.closest("[data-plan-key]") !== null;
      held.current = inEntry ? target : null;
    };
    document.addEventListener("focusin", onFocus);
    return () => document.removeEventListener("focusin", onFocus);
  }, []);
  useLayoutEffect(() => {
    const moved = before.current !== order;
    before.current = order;
    if (!moved || !held.current?.isConnected || document.activeElement !== document.body) return;
    held.current.focus();
  }, [order]);
}
