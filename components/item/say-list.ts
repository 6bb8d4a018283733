const SHOWN_MAX = 3;

/** "a", "a and b", "a, b and c", "a, b, c and 4 more". */
export function sayList(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN_MAX);
  const more = names.length - shown.length;
  const all = more === 0 ? shown : [...shown, `${more.toLocaleString("en-GB")} more`];
  if (all.length <= 1) return all.join("");
  return `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}

export const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
