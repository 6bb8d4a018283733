type Named = { readonly repo: string; readonly number: number };
export type Closing =
  | { readonly ok: true; readonly closedBy: readonly Named[] }
  | { readonly ok: false; readonly why: string };

// The number of a pull request fits an integer of the server.
const DIGITS_MAX = 9;

/** The pull requests of "cp#12, core#7", or which word of it names none. */
export function readClosing(text: string): Closing {
  const words = text.split(/[\s,;]+/).filter((word) => word !== "");
  const closedBy: Named[] = [];
  for (const word of words) {
    const at = word.lastIndexOf("#");
    const digits = word.slice(at + 1);
    if (at < 1 || digits.length > DIGITS_MAX || !/^[1-9][0-9]*$/.test(digits)) {
      return {
        ok: false,
        why: `“${word}” names no pull request. Write alias#number, as in cp#12.`,
      };
    }
    closedBy.push({ repo: word.slice(0, at), number: Number(digits) });
  }
  return { ok: true, closedBy };
}
