/** A moment as an HTTP header tells it; null where it tells none. */
export function toTime(header: string | null): Date | null {
  const at = new Date(header ?? "");
  return Number.isNaN(at.getTime()) ? null : at;
}
