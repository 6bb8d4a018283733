"use client";

import { type RefObject, useEffect } from "react";

const TYPING = "input, textarea, select, [contenteditable=true], [role=dialog], [role=menu]";

const rowLinks = () => [...document.querySelectorAll<HTMLElement>("[data-row-link]")];

function moveBy(step: 1 | -1) {
  const links = rowLinks();
  const here = links.findIndex((link) => link.closest("tr")?.contains(document.activeElement));
  const next = here === -1 ? (step === 1 ? 0 : links.length - 1) : here + step;
  links[Math.min(Math.max(next, 0), links.length - 1)]?.focus();
}

const claimHere = () =>
  document.activeElement?.closest("tr")?.querySelector<HTMLElement>("[data-claim]")?.click();

/** j and k move between rows, i claims or releases the row, / goes to the search; Enter follows the link. */
export function useRowKeys(enabled: boolean, box: RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    if (!enabled) return;
    const actions: Record<string, () => void> = {
      j: () => moveBy(1),
      k: () => moveBy(-1),
      i: claimHere,
      "/": () => box.current?.focus(),
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.target instanceof Element && event.target.closest(TYPING) !== null) return;
      const act = actions[event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [enabled, box]);
}
