import type { FakeStore } from "../store.ts";

/** What the forge writes for a moment that never came; which of the two depends on the field. */
export const NEVER_UNIX = "1970-01-01T00:00:00Z";
export const NEVER_GO = "0001-01-01T00:00:00Z";

/** A moment of the store as the server's own time zone writes it. */
export function moment({ utcOffsetMinutes: east = 0 }: FakeStore, at: string): string {
  if (east === 0) return at;
  const local = new Date(Date.parse(at) + east * 60_000).toISOString().slice(0, 19);
  const [hours, minutes] = [Math.floor(Math.abs(east) / 60), Math.abs(east) % 60];
  return `${local}${east < 0 ? "-" : "+"}${twoDigits(hours)}:${twoDigits(minutes)}`;
}

export const momentOrNull = (store: FakeStore, at: string | null): string | null =>
  at === null ? null : moment(store, at);

const twoDigits = (value: number): string => String(value).padStart(2, "0");
