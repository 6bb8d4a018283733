const DEPTH_MAX = 6;
const SIGN = "[token]";

/** Strikes the secret of one client out of whatever is shown. */
export type Redactor = {
  text(text: string): string;
  /** An error of another, as a cause that holds nothing but names, messages, codes and stacks. */
  cause(error: unknown): Error;
};

/** Knows what of an `authorization` is the secret: all that follows its first blank, and the whole where there is none. */
export function redactorOf(authorization: string | null): Redactor {
  const secret = authorization?.slice(authorization.indexOf(" ") + 1).trim() ?? "";
  const text = (shown: string): string => (secret === "" ? shown : shown.replaceAll(secret, SIGN));
  // Errors of the platform may carry the request or its headers, so they are built anew and not copied.
  const cause = (error: unknown, depth = 1): Error => {
    if (!(error instanceof Error)) return new Error(text(String(error)));
    const deeper = error.cause === undefined || depth === DEPTH_MAX ? null : error.cause;
    const clean = new Error(
      text(error.message),
      deeper === null ? {} : { cause: cause(deeper, depth + 1) },
    );
    const code: unknown = "code" in error ? error.code : undefined;
    return Object.assign(clean, {
      name: text(error.name),
      stack: text(error.stack ?? ""),
      ...(typeof code === "string" ? { code: text(code) } : {}),
    });
  };
  return { text, cause: (error) => cause(error) };
}

/** What lies at the bottom of an error: the platform wraps "connection refused" into "fetch failed". */
export function reasonOf(error: unknown): string {
  let [reason, at] = ["", error];
  for (let depth = 0; depth < DEPTH_MAX && at instanceof Error; depth += 1) {
    const said =
      at instanceof AggregateError ? (at.errors.map(String)[0] ?? at.message) : at.message;
    if (said !== "") reason = said;
    at = at.cause;
  }
  return reason === "" ? String(error) : reason;
}
