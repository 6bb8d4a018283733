"use client";

import { useEffect, useRef } from "react";

/** A decision exchanges the buttons; the focus that was on one stays with them. `shown` names those that stand there. */
export function useKeptFocus(shown: string) {
  const buttons = useRef<HTMLDivElement>(null);
  const held = useRef(false);
  const before = useRef("");
  useEffect(() => {
    const exchanged = before.current !== shown;
    before.current = shown;
    if (!exchanged || !held.current || document.activeElement !== document.body) return;
    buttons.current?.querySelector("button")?.focus({ preventScroll: true });
  }, [shown]);
  const onFocus = () => {
    held.current = true;
  };
  return { buttons, onFocus };
}
