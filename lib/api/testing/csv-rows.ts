/** The rows of a CSV by the names of its head; a cell in quotes may hold commas, quotes and new lines. */
export function csvRows(csv: string): readonly Readonly<Record<string, string>>[] {
  const [head = [], ...rows] = linesOf(csv.replace(/^\uFEFF/, ""));
  return rows.map((cells) =>
    Object.fromEntries(head.map((name, column) => [name, cells[column] ?? ""])),
  );
}

function linesOf(csv: string): readonly (readonly string[])[] {
  const lines: string[][] = [];
  let line: string[] = [];
  for (const [, cell = "", end] of csv.matchAll(/("(?:[^"]|"")*"|[^",\n]*)(,|\n)/g)) {
    line.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === ",") continue;
    lines.push(line);
    line = [];
  }
  return lines;
}
