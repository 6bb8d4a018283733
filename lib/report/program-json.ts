import type { ProgramDocument } from "./program-document.ts";

/** How a program stands as one JSON document, indented, with a newline at its end. */
export function renderProgramJson(document: ProgramDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
