import "server-only";
import { notFound } from "next/navigation";

/** The number in GAP-118; anything else names nothing. */
export function readItemNumber(text: string): number {
  const digits = /^(?:gap-)?(\d{1,9})$/i.exec(text)?.[1];
  if (digits === undefined) notFound();
  return Number(digits);
}
