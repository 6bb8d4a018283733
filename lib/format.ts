/** "12 June 2026" in the program's time zone. */
export function formatDay(at: Date | string, timeZone = "UTC"): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone }).format(new Date(at));
}

/** "12 Jun 2026, 18:00" in the program's time zone. */
export function formatInstant(at: Date | string, timeZone = "UTC"): string {
  const text = new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
  }).format(new Date(at));
  return `${text} ${timeZone}`;
}

/** "3 gaps", "1 gap". */
export function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${n.toLocaleString("en-GB")} ${n === 1 ? noun : plural}`;
}

/** How long ago, in the coarsest unit that is not zero. */
export function formatAge(at: Date | string, now: Date | string): string {
  const seconds = Math.max(
    0,
    Math.floor((new Date(now).getTime() - new Date(at).getTime()) / 1000),
  );
  if (seconds < 60) return count(seconds, "second");
  if (seconds < 3600) return count(Math.floor(seconds / 60), "minute");
  if (seconds < 86_400) return count(Math.floor(seconds / 3600), "hour");
  return count(Math.floor(seconds / 86_400), "day");
}

/** The name of an item's gap, from its number. */
export const gapName = (item: number): string => `GAP-${item}`;
