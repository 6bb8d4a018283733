import { AppError } from "#/lib/errors.ts";

/** Refuses a time zone that the runtime does not know. */
export function requireTimeZone(timeZone: string): void {
  try {
    Intl.DateTimeFormat("en", { timeZone }).resolvedOptions();
  } catch (cause) {
    throw new AppError(
      "invalid",
      `${timeZone} is not a time zone. Write one like Europe/Berlin or UTC.`,
      { cause },
    );
  }
}
