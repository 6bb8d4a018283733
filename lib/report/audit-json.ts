import type { AuditDocument } from "./audit-document.ts";

/** An audit as one JSON document, indented, with a newline at its end. */
export function renderAuditJson(document: AuditDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
