"use client";

import { useEffect } from "react";
import { useKeyChoice } from "../gap/use-key-choice.ts";

const TYPING =
  "input:not([type=checkbox]), textarea, select, [contenteditable=true], [role=dialog], [role=menu]";

/** The key x chooses the row that the focus is in. */
export function useChoiceKey(): void {
  const [enabled] = useKeyChoice();
  useEffect(() => {
    if (!enabled) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "x" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.isComposing || !(event.target instanceof Element)) return;
      if (event.target.closest(TYPING) !== null) return;
      const box = event.target
        .closest("[data-choice-row]")
        ?.querySelector<HTMLElement>("[data-choice]");
      if (!box) return;
      event.preventDefault();
      box.click();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [enabled]);
}
