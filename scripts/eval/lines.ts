import { plainText } from "#/lib/report/audit-lines.ts";

/** A line without control characters, so many steps to the right. */
export const indent = (steps: number, text: string): string =>
  `${"  ".repeat(steps)}${plainText(text)}`;

/** Rows as lines whose columns stand below each other. */
export function align(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
    }
  }
  const line = (row: readonly string[]) =>
    row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ");
  return rows.map((row) => line(row).trimEnd());
}
