/** A piece of a word; what only a running shell knows is `unknown`. */
export type Part =
  | { readonly kind: "text"; readonly text: string; readonly quoted: boolean }
  | {
      readonly kind: "variable";
      readonly name: string;
      /** `${name:-this}`; null where none is given. */
      readonly otherwise: string | null;
      /** `[0]`, `[@]`; null where none is given. */
      readonly index: string | null;
      readonly quoted: boolean;
    }
  | { readonly kind: "command"; readonly script: Script }
  /** `$(( ))`. */
  | { readonly kind: "sum"; readonly text: string }
  | { readonly kind: "unknown" };

export type Word = {
  readonly parts: readonly Part[];
  /** As it is written, quotes and all. */
  readonly raw: string;
};

export type Assignment = {
  readonly name: string;
  readonly values: readonly Word[] | Word;
  readonly raw: string;
};

export type Simple = {
  readonly kind: "simple";
  readonly assignments: readonly Assignment[];
  readonly words: readonly Word[];
  /** As they are written, sign and target together. */
  readonly redirections: readonly string[];
  /** As it is written, for whoever looks for a test in it. */
  readonly text: string;
  /** Where it begins in the text of the script; of one inside a substitution too. */
  readonly at: number;
  /** What `<<<` or a here-document hands to it; null when nothing does. */
  readonly input: Word | null;
};

export type Command =
  | Simple
  | {
      readonly kind: "if";
      readonly branches: readonly { readonly condition: Script; readonly body: Script }[];
      readonly otherwise: Script | null;
    }
  | {
      readonly kind: "for";
      readonly name: string;
      readonly words: readonly Word[];
      readonly body: Script;
    }
  | {
      readonly kind: "while";
      readonly until: boolean;
      readonly condition: Script;
      readonly body: Script;
      /** What stands behind its end: `< <(…)`. */
      readonly redirections: readonly string[];
    }
  | {
      readonly kind: "case";
      readonly word: Word;
      readonly arms: readonly { readonly patterns: readonly Word[]; readonly body: Script }[];
    }
  | { readonly kind: "group" | "subshell"; readonly body: Script }
  | {
      readonly kind: "test";
      readonly words: readonly Word[];
      readonly text: string;
      readonly at: number;
    }
  | { readonly kind: "arithmetic"; readonly text: string }
  | { readonly kind: "function"; readonly name: string; readonly body: Command };

export type Pipeline = { readonly negated: boolean; readonly commands: readonly Command[] };

export type Item = {
  readonly first: Pipeline;
  readonly rest: readonly { readonly connector: "&&" | "||"; readonly pipeline: Pipeline }[];
  readonly background: boolean;
};

export type Script = readonly Item[];
