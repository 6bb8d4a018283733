import { plainText } from "./audit-lines.ts";

/** A table of Markdown; every cell is text and nothing else. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(" | ")} |`;
  return [line(head), `|${" --- |".repeat(head.length)}`, ...rows.map(line)];
}

/** Titles are other people's text: no mark-up, no mention and no reference of theirs may take effect. */
export function escaped(text: string): string {
  return plainText(text)
    .replace(/[\\`*_{}[\]<>|~]/g, "\\$&")
    .replace(/(?<!\w)@(?=\w)|#(?=\d)/g, "$&\u200b");
}
