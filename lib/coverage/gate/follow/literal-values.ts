import type { Literal } from "./literal.ts";

/** The value under a way of keys; null where it is not there, open where something on the way is not said outright. */
export function under(literal: Literal, ...keys: readonly string[]): Literal | null {
  let here: Literal | null = literal;
  for (const key of keys) {
    if (here === null || here.kind === "plain") return null;
    if (here.kind !== "record") return { kind: "open" };
    here = here.entries.get(key) ?? (here.whole ? null : null);
  }
  return here;
}

/** One text or a list of them; null where it is not there, "open" where a part is not said outright. */
export function textsOf(literal: Literal | null): readonly string[] | "open" | null {
  if (literal === null || (literal.kind === "plain" && literal.value === null)) return null;
  if (literal.kind === "text") return [literal.text];
  if (literal.kind !== "list" || !literal.whole) return "open";
  const texts = literal.members.flatMap((member) => (member.kind === "text" ? [member.text] : []));
  return texts.length === literal.members.length ? texts : "open";
}

export function textOf(literal: Literal | null): string | null {
  return literal?.kind === "text" ? literal.text : null;
}

export const membersOf = (literal: Literal | null): readonly Literal[] | null => {
  if (literal === null) return null;
  return literal.kind === "list" ? literal.members : [literal];
};

/** A plain value, such as JSON holds, as a literal. */
export function literalOf(value: unknown): Literal {
  if (typeof value === "string") return { kind: "text", text: value };
  if (Array.isArray(value)) return { kind: "list", members: value.map(literalOf), whole: true };
  if (typeof value === "object" && value !== null) {
    const entries = new Map(Object.entries(value).map(([key, own]) => [key, literalOf(own)]));
    return { kind: "record", entries, whole: true };
  }
  return {
    kind: "plain",
    value: typeof value === "number" || typeof value === "boolean" ? value : null,
  };
}
