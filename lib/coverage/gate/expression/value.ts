export type Value = string | number | boolean | null | readonly Value[];

/** What went before a condition: what `success()`, `failure()` and `cancelled()` answer by; null when that is not known. */
export type Before = "success" | "failure" | "cancelled" | "skipped" | null;

/** What an expression can know: `github.event_name`, `needs.build.result`, `needs.*.result`. */
export type Contexts = ReadonlyMap<string, Value>;

/** Whether a value counts as true. Source: the literals of GitHub Actions expressions. */
export function isTrue(value: Value): boolean {
  return value !== false && value !== 0 && value !== "" && value !== null && !Number.isNaN(value);
}

/** Whether two values are the same to `==`: texts without regard to case, different types as numbers; undefined when one is not known. */
export function isEqual(left: Value | undefined, right: Value | undefined): boolean | undefined {
  if (left === undefined || right === undefined) return undefined;
  if (typeof left === "string" && typeof right === "string")
    return left.toLowerCase() === right.toLowerCase();
  if (typeof left === typeof right && typeof left !== "object") return left === right;
  return left === right || numberOf(left) === numberOf(right);
}

/** Whether the first of two values is smaller, compared as numbers; undefined when one is not known. */
export function isLess(left: Value | undefined, right: Value | undefined): boolean | undefined {
  if (left === undefined || right === undefined) return undefined;
  if (typeof left === "string" && typeof right === "string")
    return left.toLowerCase() < right.toLowerCase();
  return numberOf(left) < numberOf(right);
}

/** A value as text, as it stands in a script that it is put into. */
export function textOf(value: Value): string {
  if (value === null) return "";
  return typeof value === "object" ? "Array" : String(value);
}

function numberOf(value: Value): number {
  if (typeof value === "object" && value !== null) return Number.NaN;
  return typeof value === "string" ? Number(value.trim()) : Number(value);
}
