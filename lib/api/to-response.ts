import { ZodError } from "zod";
import { AppError, type ErrorCode } from "#/lib/errors.ts";
import { log } from "#/lib/log.ts";

const STATUS: Record<ErrorCode, number> = {
  usage: 400,
  invalid: 422,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  unavailable: 502,
  failed: 500,
};

/** Anything thrown as an answer: our own errors speak for themselves, foreign ones are logged and say nothing. */
export function toResponse(error: unknown): Response {
  if (error instanceof AppError) {
    return Response.json(
      { code: error.code, message: error.message },
      { status: STATUS[error.code] },
    );
  }
  if (error instanceof ZodError) {
    const [first] = error.issues;
    const field = first?.path.join(".") ?? "";
    const message = `${field === "" ? "The input" : field}: ${first?.message ?? "is not valid"}`;
    return Response.json({ code: "invalid", message, field }, { status: STATUS.invalid });
  }
  log.error({ err: error }, "a request failed");
  const message =
    "Something failed on the server; its log has the cause. Look whether it was done before you repeat it.";
  return Response.json({ code: "failed", message }, { status: 500 });
}
