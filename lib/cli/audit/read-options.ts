import { InvalidArgumentError } from "commander";
import { z } from "zod";

const DAY_MS = 86_400_000;
const Day = z.iso.date();
const Moment = z.iso.datetime({ offset: true });

/** The first moment that a date given as `--since` takes in; a day begins in UTC. */
export function readSince(text: string): Date {
  if (Day.safeParse(text).success) return new Date(`${text}T00:00:00Z`);
  return readMoment(text);
}

/** The last moment that a date given as `--until` takes in; a day belongs to the window whole. */
export function readUntil(text: string): Date {
  if (Day.safeParse(text).success) return new Date(Date.parse(`${text}T00:00:00Z`) + DAY_MS - 1);
  return readMoment(text);
}

/** A number of pull requests, one at least. */
export function readLimit(text: string): number {
  const limit = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(limit) || limit < 1) {
    throw new InvalidArgumentError("Give a whole number of pull requests, 1 or more.");
  }
  return limit;
}

function readMoment(text: string): Date {
  if (!Moment.safeParse(text).success) {
    throw new InvalidArgumentError(
      "Give a date as 2026-06-12 or a moment as 2026-06-12T08:00:00Z.",
    );
  }
  return new Date(text);
}
