/** What a programming language looks like to somebody who reads only lines: one table of constructs. */
export type Language = {
  readonly name: string;
  /** The endings of paths that hold code of it, without the dot. */
  readonly endings: readonly string[];
  /** It is spoken in its tests alone; other paths of these endings hold another language. */
  readonly onlyTests?: true;
  /** Blanks divide words or make blocks, so that other blanks may be another program. */
  readonly spaceMatters?: true;
  /** Paths that carry the name that the language gives to a test. */
  readonly testFile: RegExp;
  /** Paths that are tests by the folder they lie in, unless what follows is the name of a helper; null where no folder says so. */
  readonly testFolder: { readonly path: RegExp; readonly helper: RegExp } | null;
  /** A line that is nothing but a comment. */
  readonly comment: RegExp;
  /** What opens and closes a comment or text of several lines; the same word twice where it does both. */
  readonly blocks: readonly (readonly [open: string, close: string])[];
  /** A line that opens a test case; the first group is its name, where the line has one. */
  readonly cases: readonly RegExp[];
  /** A line that makes a test case of the function below it, or on it. */
  readonly marks: readonly RegExp[];
  /** A line that fails the test when something is not so. */
  readonly assertions: readonly RegExp[];
  /** An assertion that only says that a step of the preparation worked; alone it extends no test. */
  readonly guards: readonly RegExp[];
  /** A line that is one row of a table of cases wherever it stands in a test. */
  readonly rows: readonly RegExp[];
  /** A line that is a row where the line before it has the same shape and what opens the list cannot be seen. */
  readonly listed: readonly RegExp[];
  /** A line that opens a table of cases, so that each element below it is a row. */
  readonly tables: readonly RegExp[];
  /** A line that holds a whole table of cases, so that a longer one holds more of them. */
  readonly lists: readonly RegExp[];
  /** A line that turns a case or a group of them off, or expects it to fail. */
  readonly skips: readonly RegExp[];
  /** A line that turns a case off under a condition; only its end says something. */
  readonly conditions: readonly RegExp[];
  /** A line that turns off all other cases. */
  readonly focuses: readonly RegExp[];
  /** A line that opens a block that holds nothing but tests. */
  readonly scopes: readonly RegExp[];
  /** A line that opens a function; the first group is its name. One that is no case is a helper. */
  readonly functions: readonly RegExp[];
  /** A line that imports; the first group is what. */
  readonly imports: readonly RegExp[];
  /** A line that gives something a name; the first group is the name. */
  readonly definitions: readonly RegExp[];
};
