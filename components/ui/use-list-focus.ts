"use client";

import { useEffect, useRef } from "react";

/** A row that is judged anew can leave its list with the focus in it; the list then takes it. */
export function useListFocus(judging: boolean) {
  const list = useRef<HTMLElement>(null);
  const before = useRef(judging);
  useEffect(() => {
    const ended = before.current && !judging;
    before.current = judging;
    if (ended && document.activeElement === document.body) {
      list.current?.focus({ preventScroll: true });
    }
  }, [judging]);
  return list;
}
