import { AppError, type ErrorCode } from "#/lib/errors.ts";

/** A forge that did not answer as it should; `status` is null when there was no answer at all. */
export class ForgeError extends AppError {
  readonly status: number | null;
  /** When it may be asked again, where a limit is used up: nothing failed, and nothing is asked before. */
  readonly retryAt: Date | null;

  constructor(
    code: ErrorCode,
    message: string,
    options: { status?: number; cause?: unknown; retryAt?: Date } = {},
  ) {
    super(code, message, options);
    this.name = "ForgeError";
    this.status = options.status ?? null;
    this.retryAt = options.retryAt ?? null;
  }
}
