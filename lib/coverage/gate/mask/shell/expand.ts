import type { Part, Word } from "../../shell/script.ts";
import type { State } from "./state.ts";

/** What a word stands for; null when only a running shell knows. */
export function expand(word: Word, state: State): string | null {
  let text = "";
  for (const part of word.parts) {
    const value = valueOf(part, state);
    if (value === null) return null;
    text += value;
  }
  return text;
}

/** The words that a word becomes: one, none, or those of a list; one that is not known is null. */
export function fields(word: Word, state: State): readonly (string | null)[] {
  const [part, ...more] = word.parts.filter((each) => each.kind !== "text" || each.text !== "");
  const quoted = word.parts.some((each) => each.kind === "text" && each.quoted);
  if (part?.kind === "variable" && more.length === 0) {
    const value = state.variables.get(part.name);
    if (/^[@*]$/.test(part.index ?? "")) return Array.isArray(value) ? value : [null];
    const text = valueOf(part, state);
    if (quoted || part.quoted || text === null) return [text];
    return text.split(/\s+/).filter((each) => each !== "");
  }
  const isPattern = word.parts.some(
    (each) => each.kind === "text" && !each.quoted && /[*?[{]/.test(each.text),
  );
  return [isPattern ? null : expand(word, state)];
}

/** The text of a word that no shell has to put anything into; null when one has. */
export function literal(word: Word | undefined): string | null {
  if (!word) return null;
  return word.parts.every((part) => part.kind === "text")
    ? word.parts.map((part) => (part.kind === "text" ? part.text : "")).join("")
    : null;
}

function valueOf(part: Part, state: State): string | null {
  if (part.kind === "text") return part.text;
  if (part.kind === "sum") return state.counts ? sumOf(part.text, state) : null;
  if (part.kind !== "variable") return null;
  if (part.name === "?") return codeOf(state.status);
  const value = state.variables.get(part.name);
  if (value === undefined || value === null) return null;
  if (typeof value === "string")
    return value === "" && part.otherwise !== null ? part.otherwise : value;
  if (/^[@*]$/.test(part.index ?? ""))
    return value.some((each) => each === null) ? null : value.join(" ");
  return value[Number(part.index ?? 0)] ?? null;
}

/** What a sum of two comes to: `N + 1`; null for any other. */
function sumOf(text: string, state: State): string | null {
  const [, first = "", sign, second = ""] =
    /^\s*\$?(\w{1,80})\s*([-+])\s*\$?(\w{1,80})\s*$/.exec(text.slice(0, 200)) ?? [];
  const [left, right] = [first, second].map((name) =>
    /^\d+$/.test(name) ? name : (state.variables.get(name) ?? null),
  );
  const known = [left, right].every((each) => typeof each === "string" && /^-?\d{1,9}$/.test(each));
  if (!known) return null;
  return String(Number(left) + (sign === "-" ? -1 : 1) * Number(right));
}

/** A variable that `(( ))` counts up or down, as it is then; null for any other. */
export function counted(text: string, state: State): readonly [string, string] | null {
  const [, name, step, by = "1"] =
    /^\s*([A-Za-z_]\w{0,80})\s*(\+\+|--|\+=|-=)\s*(\d{1,9})?\s*$/.exec(text.slice(0, 200)) ?? [];
  if (name === undefined || !state.counts) return null;
  const value = sumOf(`${name} ${step?.startsWith("-") ? "-" : "+"} ${by}`, state);
  return value === null ? null : [name, value];
}

/** The number that a command hands back; null when it is not known, as that of a test is: a script may expect one number and not another. */
export function codeOf(status: State["status"]): string | null {
  if (status === "open" || status === "check") return null;
  return status === "ok" ? "0" : "1";
}
