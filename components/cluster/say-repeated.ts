const NUMBERS_SHOWN = 3;

export type SaidRepeated = {
  /** The name of the file. */
  readonly file: string;
  /** The folder that it is in; null at the root. */
  readonly folder: string | null;
  readonly times: number;
  /** The first of the fixes. */
  readonly shown: readonly number[];
  readonly more: number;
};

/** A file that was fixed again and again, in the pieces of "wait.yml in ci fixed 4 times: #226 #240 #533 and 1 more". */
export function sayRepeated(repeated: {
  readonly path: string;
  readonly numbers: readonly number[];
}): SaidRepeated {
  const { path, numbers } = repeated;
  const end = path.lastIndexOf("/");
  const shown = numbers.slice(0, NUMBERS_SHOWN);
  return {
    file: path.slice(end + 1),
    folder: end === -1 ? null : path.slice(0, end),
    times: numbers.length,
    shown,
    more: numbers.length - shown.length,
  };
}
