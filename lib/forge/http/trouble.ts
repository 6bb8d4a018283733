import type { LimitSeen } from "#/lib/facts/limit.ts";
import { ForgeError } from "../forge-error.ts";
import { isLimit } from "./limit-of.ts";

const SAID_MAX = 300;

/** What went wrong with one try. */
export type Trouble = {
  readonly error: ForgeError;
  /** Whether it may pass by itself. */
  readonly again: boolean;
};

const MEANING: Record<number, string> = {
  401: "refuses the token. Enter a valid one on the sources page",
  403: "does not allow this to the token. Give it the scope that the answer names",
  404: "has nothing there, or the token may not see it. Check the name and the token's rights",
};

export type Refused = {
  readonly status: number;
  readonly path: string;
  /** The beginning of its body, without the secret. */
  readonly said: string;
  readonly seen: LimitSeen;
};

/** What a refusal of the forge means: a limit that is used up is none of the token's rights, and passes. */
export function troubleOf({ status, path, said, seen }: Refused): Trouble {
  if (isLimit(status, seen) && seen.notBefore) {
    return { error: spent(seen.notBefore, `${status} for ${shown(path)}`, status), again: true };
  }
  const meaning = MEANING[status] ?? "answered with an error. Try again later";
  const quoted = said.startsWith("{") ? ` It said: ${said.slice(0, SAID_MAX)}` : "";
  const code =
    status === 404 ? "not_found" : status === 401 || status === 403 ? "forbidden" : "unavailable";
  const retryAt = seen.notBefore === null ? {} : { retryAt: seen.notBefore };
  const message = `The forge ${meaning} (${status} for ${shown(path)}).${quoted}`;
  return { error: new ForgeError(code, message, { status, ...retryAt }), again: mayPass(status) };
}

/** Whether an answer with this status may be another one later: too many requests, and what fails in the forge itself. */
export const mayPass = (status: number): boolean => status === 429 || status >= 500;

/** That nothing may be asked before this moment, which is nobody's failure. */
export const spent = (retryAt: Date, what: string, status?: number): ForgeError =>
  new ForgeError(
    "unavailable",
    `The forge's limit for this token is used up until ${retryAt.toISOString()} (${what}). What was asked goes on by itself then.`,
    { retryAt, ...(status === undefined ? {} : { status }) },
  );

/** Without what follows a question mark, which says nothing to a person. */
export const shown = (path: string): string => path.split("?")[0] ?? path;
