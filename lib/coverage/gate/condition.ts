import { evaluate } from "./expression/evaluate.ts";
import { type Before, type Contexts, isTrue, textOf } from "./expression/value.ts";

/** A condition as it is written in a workflow file; null where there is none. */
export function conditionText(value: unknown): string | null {
  if (typeof value === "boolean" || typeof value === "number") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

/** Whether a condition of a workflow file holds, given what is known of its contexts and of what went before; null when that cannot be told. Source: the expressions of GitHub Actions, which Gitea follows. */
export function conditionHolds(
  text: string,
  contexts: Contexts,
  before: Before = null,
): boolean | null {
  const whole = text.trim();
  const inner = whole.startsWith("${{") && whole.endsWith("}}") ? whole.slice(3, -2) : whole;
  // A condition that is an expression only in part becomes a text, and not a plain one.
  if (inner.includes("${{")) return null;
  const value = evaluate(inner, { contexts, before });
  return value === undefined ? null : isTrue(value);
}

const STATUS = /\b(always|cancelled|failure|success)\s*\(/i;

/** Whether a condition asks how what went before ended; where it does not, `success()` is asked as well. */
export function asksStatus(text: string | null): boolean {
  return text !== null && STATUS.test(text);
}

/** A text with its expressions put in; one that cannot be told is left as it is written. */
export function interpolate(text: string, contexts: Contexts): string {
  return replaceExpressions(text, (inner) => {
    const value = evaluate(inner, { contexts, before: null });
    return value === undefined ? null : textOf(value);
  });
}

/** A text with each `${{ }}` in it replaced; null leaves one as it is written. */
export function replaceExpressions(
  text: string,
  replacement: (inner: string) => string | null,
): string {
  let done = "";
  let rest = text;
  for (;;) {
    const start = rest.indexOf("${{");
    const end = start < 0 ? -1 : rest.indexOf("}}", start);
    if (end < 0) return done + rest;
    const put = replacement(rest.slice(start + 3, end)) ?? rest.slice(start, end + 2);
    done += rest.slice(0, start) + put;
    rest = rest.slice(end + 2);
  }
}
