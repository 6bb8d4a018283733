const HOUR_MS = 3_600_000;

/** A function that names the calendar day of an instant in a time zone, YYYY-MM-DD; throws RangeError for a time zone that does not exist. */
export function dayIn(timeZone: string): (at: Date) => string {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  // Formatting costs a microsecond or more each; instants of one quarter hour share their day,
  // since no zone changes its day within one.
  const known = new Map<number, string>();
  return (at) => {
    const quarter = Math.floor(at.getTime() / (HOUR_MS / 4));
    const cached = known.get(quarter);
    if (cached !== undefined) return cached;
    const day = format.format(at);
    known.set(quarter, day);
    return day;
  };
}
