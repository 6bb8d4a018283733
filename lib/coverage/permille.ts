/** A share in whole thousandths, half up, from integers; 1000 only when all are covered, 0 only when none is, null when nothing was counted. */
export function permille(covered: number, of: number): number | null {
  if (of === 0) return null;
  if (!Number.isSafeInteger(covered) || !Number.isSafeInteger(of) || covered < 0 || covered > of) {
    throw new RangeError(`Not a share: ${covered} of ${of}`);
  }
  if (covered === 0) return 0;
  if (covered === of) return 1000;
  const rounded = Number((2000n * BigInt(covered) + BigInt(of)) / (2n * BigInt(of)));
  return Math.min(999, Math.max(1, rounded));
}
