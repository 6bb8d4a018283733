/** Round numbers from zero to just past the largest value, about four steps of 1, 2 or 5 × 10ⁿ. */
export function niceTicks(largest: number): number[] {
  const rough = Math.max(1, largest / 4);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step =
    [1, 2, 5, 10].map((unit) => unit * power).find((unit) => unit >= rough) ?? power * 10;
  const steps = Math.ceil(largest / step);
  return Array.from({ length: steps + 1 }, (_, index) => index * step);
}
