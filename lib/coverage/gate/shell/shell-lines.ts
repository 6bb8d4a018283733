/** The line of a script on which what begins at a place stands, counted from 0; lines that `\` joins are one. */
export function lineCounter(text: string): (at: number) => number {
  const starts = [0];
  // Of a line that the one before it goes on to: where that begins.
  const joins: number[] = [0];
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) {
    const line = starts.length;
    const isJoined = text[end - 1] === "\\" && text[end - 2] !== "\\";
    joins.push(isJoined ? (joins[line - 1] ?? line) : line);
    starts.push(end + 1);
  }
  return (at) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return joins[low] ?? low;
  };
}
