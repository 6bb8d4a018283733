"use client";

import { useEffect, useState } from "react";

const TICK_MS = 10_000;

/** The present for everything that is told by its age; on the first paint the server's, so that both sides render the same words. */
export function useNow(renderedAt: string, answeredAt: number): string {
  const [tick, setTick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTick(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return new Date(Math.max(Date.parse(renderedAt), answeredAt, tick)).toISOString();
}
