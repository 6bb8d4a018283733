import { type Before, isEqual, textOf, type Value } from "./value.ts";

type Arguments = readonly (Value | undefined)[];

/** The value of a function of the forge's expressions; undefined when it is not known, or the function is not. */
export function call(name: string, given: Arguments, before: Before): Value | undefined {
  const [first, second] = given;
  switch (name.toLowerCase()) {
    case "always":
      return true;
    case "success":
    case "failure":
    case "cancelled":
      return before === null ? undefined : before === name.toLowerCase();
    case "contains":
      return contains(first, second);
    case "startswith":
      return ofTexts(first, second, (text, part) => text.startsWith(part));
    case "endswith":
      return ofTexts(first, second, (text, part) => text.endsWith(part));
    case "join":
      return Array.isArray(first)
        ? first.map(textOf).join(second === undefined ? "," : textOf(second))
        : undefined;
    case "fromjson":
      return typeof first === "string" ? parsed(first) : undefined;
    case "tojson":
      return Array.isArray(first) ? JSON.stringify(first, null, 2) : jsonOf(first);
    case "format":
      return format(given);
    default:
      return undefined;
  }
}

function contains(whole: Value | undefined, part: Value | undefined): boolean | undefined {
  if (whole === undefined || part === undefined) return undefined;
  if (Array.isArray(whole)) return whole.some((member: Value) => isEqual(member, part));
  return ofTexts(whole, part, (text, wanted) => text.includes(wanted));
}

function ofTexts(
  left: Value | undefined,
  right: Value | undefined,
  holds: (left: string, right: string) => boolean,
): boolean | undefined {
  if (left === undefined || right === undefined) return undefined;
  return holds(textOf(left).toLowerCase(), textOf(right).toLowerCase());
}

function format([pattern, ...values]: Arguments): string | undefined {
  if (typeof pattern !== "string" || values.some((value) => value === undefined)) return undefined;
  return pattern.replace(/\{(\d+)\}/g, (_, index: string) => textOf(values[Number(index)] ?? null));
}

/** A context that is known as a whole is kept as its JSON. */
const jsonOf = (value: Value | undefined): string | undefined =>
  typeof value === "string" && value.startsWith("{") ? value : undefined;

function parsed(text: string): Value | undefined {
  try {
    return plain(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function plain(value: unknown): Value | undefined {
  if (value === null || typeof value !== "object")
    return typeof value === "undefined" ? undefined : (value as Value);
  if (!Array.isArray(value)) return undefined;
  const members = value.map(plain);
  return members.some((member) => member === undefined) ? undefined : (members as Value[]);
}
