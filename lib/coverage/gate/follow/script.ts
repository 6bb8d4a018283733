import type { Place } from "../gate.ts";

/** A text of shell commands and all that decides how it runs. */
export type Script = {
  readonly text: string;
  /** The file that holds the text, and the line in it of the text's first line. */
  readonly place: Place;
  /** Null where the directory cannot be told or lies outside of the repository. */
  readonly directory: string | null;
  readonly environment: ReadonlyMap<string, string>;
  readonly args: readonly string[];
  /** What `$0` is: the path of a script file, else null. */
  readonly file: string | null;
  /** Why a failure of all of it fails nothing; null when it can. */
  readonly mask: string | null;
  /** Whether it stops at the first command that fails, and asks all of a pipe. */
  readonly errexit: boolean;
  readonly pipefail: boolean;
  /** The places that lead here, the outermost first. */
  readonly via: readonly Place[];
};

/** One command as it runs: its words expanded, in its directory. */
export type Call = {
  readonly words: readonly string[];
  readonly directory: string | null;
  readonly environment: ReadonlyMap<string, string>;
  /** What a pipe hands it, as far as that tells paths. */
  readonly input: readonly string[] | null;
  /** As it is written. */
  readonly text: string;
  readonly place: Place;
  readonly script: Script;
};

/** Where a script starts that has nothing of its own. */
type Start = Pick<Script, "environment"> & { readonly directory: string | null };

/** A text of commands that stands where it is called, in a shell that goes on after a failure. */
export const plainScript = ({ directory, environment }: Start, text: string): Script => ({
  text,
  directory,
  environment,
  place: { path: "", line: 0 },
  args: [],
  file: null,
  mask: null,
  errexit: false,
  pipefail: false,
  via: [],
});

/** Words as they would be written in a script. */
export const quotedWords = (words: readonly string[]): string =>
  words
    .map((word) => (/^[\w./:=@,+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`))
    .join(" ");
