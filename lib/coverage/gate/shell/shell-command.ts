export type BlockKind =
  | "if"
  | "then"
  | "else"
  | "while"
  | "loop"
  | "case"
  | "when"
  | "function"
  | "group"
  | "subshell";

export type Block = {
  readonly kind: BlockKind;
  readonly outer: Block | null;
  /** A function's name, a loop's variable, or what `case` looks at, else "". */
  readonly name: string;
  /** What a `for` loop goes through, or the patterns of one branch of `case`, as written; null for other blocks. */
  readonly list: readonly string[] | null;
  /** Of `then` its condition's commands, of `else` none. */
  readonly condition: Range | null;
  /** The branches of the same `if` or `case` before this one. */
  readonly earlier: readonly Block[];
  readonly start: number;
  end: number;
};
export type Range = { readonly start: number; readonly end: number };

/** One simple command of a script, nothing in it evaluated. */
export type ShellCommand = {
  readonly text: string;
  /** As written, quotes included; assignments in front and redirections are not among them. */
  readonly words: readonly string[];
  readonly assignments: readonly string[];
  readonly redirections: readonly string[];
  /** The line that it starts on, counted from 0; lines that `\` joins are one. */
  readonly line: number;
  /** What joins it to the command before it: `&&`, `||`, `|`, else "". */
  readonly before: string;
  /** Whether what it prints goes to the command behind it. */
  readonly piped: boolean;
  readonly block: Block | null;
  /** Whether `!` turns its result around. */
  readonly negated: boolean;
};
