"use client";

import { useEffect, useRef } from "react";

const TYPING = "input, textarea, select, [contenteditable=true], [role=dialog], [role=menu]";
const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowUp: -1, ArrowDown: 1 };

/** Shift+↑ and Shift+↓ move the entry that has the focus. */
export function useMoveKeys(onMove: ((key: string, by: 1 | -1) => void) | null) {
  const move = useRef(onMove);
  useEffect(() => {
    move.current = onMove;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const by = STEPS[event.key];
      if (by === undefined || !event.shiftKey || move.current === null) return;
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (!(event.target instanceof Element) || event.target.closest(TYPING) !== null) return;
      const key = event.target.closest<HTMLElement>("[data-plan-key]")?.dataset["planKey"];
      if (key === undefined) return;
      event.preventDefault();
      move.current(key, by);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
