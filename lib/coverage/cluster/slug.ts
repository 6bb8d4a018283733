const SLUG_MAX = 60;

/** A text as a part of a key: lower-case letters, digits and single dashes, 60 at most; never empty. */
export function slug(text: string): string {
  const words =
    text
      .slice(0, 500)
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return words.join("-").slice(0, SLUG_MAX).replace(/-$/, "") || "x";
}

/** The first of a key, the key with -2, -3 … that is not taken. */
export function freeKey(key: string, isTaken: (key: string) => boolean): string {
  let free = key;
  for (let count = 2; isTaken(free); count += 1) free = `${key}-${count}`;
  return free;
}

/** A text of others as a part of a sentence: in one line, of the length given at most. */
export function inLine(text: string, max: number): string {
  const line = text
    .slice(0, max * 4)
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  return line.length <= max ? line : `${line.slice(0, max - 1).trimEnd()}…`;
}

/** Names as a sentence says them: "a, b and c". */
export function sayList(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
