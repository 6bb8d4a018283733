import type { Priority } from "#/lib/contract/gaps.ts";

const TEXTS: Record<Priority, string> = {
  P0: "P0: do first",
  P1: "P1: next",
  P2: "P2: normal",
  P3: "P3: long tail",
};

/** A priority and what it means. */
export const priorityText = (priority: Priority): string => TEXTS[priority];
