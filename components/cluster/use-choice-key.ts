"use client";

import { useEffect } from "react";
import { useKeyChoice } from "../gap/use-key-choice.ts";

const TYPING =
  "input:not([type=checkbox]), textarea, select, [contenteditable=true], [role=dialog], [role=menu]";

const boxOf = (target: Element) =>
  target.closest("[data-choice-row]")?.querySelector<HTMLElement>("[data-choice]");

// A button that rests says beside itself what it waits for.
const buttonOf = (key: string) =>
  document.querySelector<HTMLElement>(
    `[data-shape-key="${CSS.escape(key)}"]:not([aria-disabled=true])`,
  );

/** The key x chooses the row that the focus is in; m and s open what merges or splits those that are chosen. */
export function useChoiceKey(): void {
  const [enabled] = useKeyChoice();
  useEffect(() => {
    if (!enabled) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.isComposing || !(event.target instanceof Element)) return;
      if (event.target.closest(TYPING) !== null) return;
      const pressed = event.key === "x" ? boxOf(event.target) : buttonOf(event.key);
      if (!pressed) return;
      event.preventDefault();
      pressed.click();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [enabled]);
}
