/** The arguments of a command: the values of its flags by name without dashes, "" for a flag that has none, and what is no flag. */
export type Args = {
  readonly flags: ReadonlyMap<string, readonly string[]>;
  readonly rest: readonly string[];
};

const FLAG = /^--?([A-Za-z][\w.:-]*)(?:=([^]*))?$/;

/** Reads arguments, given the names of the flags that take the next word as their value; after `--` nothing is a flag. */
export function readArgs(words: readonly string[], valued: readonly string[]): Args {
  const flags = new Map<string, string[]>();
  const rest: string[] = [];
  let at = 0;
  for (; at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (word === "--") break;
    const flag = FLAG.exec(word);
    if (!flag) {
      // A number behind a flag is its value, whether the flag is known here or not.
      if (!/^\d+(\.\d+)?$/.test(word) || !words[at - 1]?.startsWith("-")) rest.push(word);
      continue;
    }
    const [, name = "", joined] = flag;
    let value = joined;
    if (value === undefined && valued.includes(name)) {
      at += 1;
      value = words[at];
    }
    const values = flags.get(name);
    if (values) values.push(value ?? "");
    else flags.set(name, [value ?? ""]);
  }
  return { flags, rest: [...rest, ...words.slice(at + 1)] };
}

/** All values of a flag under any of its names. */
export const valuesOf = ({ flags }: Args, ...names: readonly string[]): readonly string[] =>
  names.flatMap((name) => flags.get(name) ?? []);

export const hasFlag = ({ flags }: Args, ...names: readonly string[]): boolean =>
  names.some((name) => flags.has(name));
