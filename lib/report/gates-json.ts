import type { GatesDocument } from "./gates-document.ts";

/** The gates of a clone as one JSON document, indented, with a newline at its end. */
export function renderGatesJson(document: GatesDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
