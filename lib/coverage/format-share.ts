import { permille } from "./permille.ts";

/** A share as text with one decimal, "78.8 %"; "no data" when nothing was counted. */
export function formatShare(covered: number, of: number): string {
  const thousandths = permille(covered, of);
  if (thousandths === null) return "no data";
  return `${Math.floor(thousandths / 10)}.${thousandths % 10} %`;
}
