"use client";

import { useSyncExternalStore } from "react";

const STORED = "gateline-keys";
const CHANGED = "gateline-keys-changed";

const listen = (tell: () => void) => {
  window.addEventListener(CHANGED, tell);
  window.addEventListener("storage", tell);
  return () => {
    window.removeEventListener(CHANGED, tell);
    window.removeEventListener("storage", tell);
  };
};

/** Whether single-letter keys act here; people who speak to their machine turn them off. */
export function useKeyChoice(): readonly [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(
    listen,
    () => window.localStorage.getItem(STORED) !== "off",
    () => true,
  );
  const choose = (next: boolean) => {
    window.localStorage.setItem(STORED, next ? "on" : "off");
    window.dispatchEvent(new Event(CHANGED));
  };
  return [on, choose];
}
