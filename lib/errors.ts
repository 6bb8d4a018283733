export type ErrorCode =
  | "usage"
  | "invalid"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "unavailable"
  | "failed";

/** An error whose message is for the person who reads it: what was wrong, where, what to do next. */
export class AppError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = "AppError";
    this.code = code;
  }
}

/** The text of anything thrown; foreign values are shown as they print. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
