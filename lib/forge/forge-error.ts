import { AppError, type ErrorCode } from "#/lib/errors.ts";

/** A forge that did not answer as it should; `status` is null when there was no answer at all. */
export class ForgeError extends AppError {
  readonly status: number | null;

  constructor(
    code: ErrorCode,
    message: string,
    options: { status?: number; cause?: unknown } = {},
  ) {
    super(code, message, options);
    this.name = "ForgeError";
    this.status = options.status ?? null;
  }
}
