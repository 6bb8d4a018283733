/** A staircase through the values in a 1000 × 1000 box; a null ends the line, the next value starts anew. */
export function stepPath(values: readonly (number | null)[], yMax: number): string {
  const last = Math.max(1, values.length - 1);
  const place = (value: number) => Math.round(1000 - (value / yMax) * 1000);
  let path = "";
  let pen: number | null = null;
  for (const [index, value] of values.entries()) {
    const x = Math.round((index / last) * 1000);
    if (value === null) {
      pen = null;
      continue;
    }
    const y = place(value);
    if (pen === null) path += `M${x} ${y}`;
    else path += pen === y ? `H${x}` : `H${x}V${y}`;
    pen = y;
  }
  return path;
}
