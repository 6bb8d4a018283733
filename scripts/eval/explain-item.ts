import type { AuditItem } from "#/lib/report/audit-document.ts";

// Who and when, and what the label shows already.
const NOT_REASONS = ["number", "sha", "title", "author", "mergedAt", "cluster"];

/** Everything by which the engine explains a row, a line each: what it concluded, then every reason, of whatever fields a row has. */
export function explainItem(item: AuditItem): readonly string[] {
  const fields = Object.entries(item).filter(([name]) => !NOT_REASONS.includes(name));
  const concluded = fields.filter(([, value]) => !isNested(value));
  const reasons = fields.filter(([, value]) => isNested(value));
  return [
    concluded.map(([name, value]) => `${name}=${textOf(value) || "null"}`).join(" "),
    ...reasons.flatMap(([name, value]) => linesOf(value).map((line) => `${name}: ${line}`)),
  ];
}

const isNested = (value: unknown): boolean => typeof value === "object" && value !== null;

function linesOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map(textOf);
  const text = textOf(value);
  return text === "" ? [] : [text];
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "object") {
    const texts = Object.values(value).map(textOf);
    return texts.filter((text) => text !== "").join(" · ");
  }
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
