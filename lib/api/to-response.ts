import { type core, ZodError } from "zod";
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
    const message = `${field === "" ? "The input" : field}: ${first === undefined ? "is not valid" : sayIssue(first)}`;
    return Response.json({ code: "invalid", message, field }, { status: STATUS.invalid });
  }
  log.error({ err: error }, "a request failed");
  const message =
    "Something failed on the server; its log has the cause. Look whether it was done before you repeat it.";
  return Response.json({ code: "failed", message }, { status: 500 });
}

// The schema library's own words; a message of ours, which says what to do, starts otherwise and stays.
const FOREIGN = /^(?:Too (?:small|big)|Invalid (?:input|option)): expected /;

function sayIssue(issue: core.$ZodIssue): string {
  if (!FOREIGN.test(issue.message)) return issue.message;
  if (issue.code === "too_small")
    return sayLimit(issue.origin, issue.inclusive ? "at least" : "above", issue.minimum);
  if (issue.code === "too_big")
    return sayLimit(issue.origin, issue.inclusive ? "at most" : "below", issue.maximum);
  if (issue.code === "invalid_type") return WANTED[issue.expected] ?? issue.message;
  if (issue.code !== "invalid_value") return issue.message;
  return `${issue.values.length === 1 ? "give" : "choose one of"} ${issue.values.join(", ")}`;
}

type Bound = "at least" | "above" | "at most" | "below";

/** Every number that an operation is given within limits is a whole one. */
function sayLimit(origin: string, bound: Bound, limit: number | bigint): string {
  const amount = limit.toLocaleString("en-GB");
  if (origin === "string") return `write ${bound} ${amount} character${limit === 1 ? "" : "s"}`;
  if (origin === "array") return `give ${bound} ${amount}`;
  return `give a whole number${bound === "above" || bound === "below" ? "" : " of"} ${bound} ${amount}`;
}

const WANTED: Readonly<Record<string, string>> = {
  string: "give a text",
  number: "give a number",
  int: "give a whole number",
  boolean: "give true or false",
  array: "give a list",
  object: "give an object",
};
