import type { Picked } from "./pick.ts";
import type { Script } from "./script.ts";
import type { Reading } from "./source-tree.ts";

/** A program with its arguments as a follower gets it: wrappers are taken off, the directory is known. */
export type Run = {
  readonly program: string;
  readonly args: readonly string[];
  readonly directory: string;
  readonly environment: ReadonlyMap<string, string>;
  readonly reading: Reading;
};

/** What a command leads to. */
export type Followed = {
  readonly scripts?: readonly Script[];
  readonly tests?: readonly Picked[];
  /** Tests by their name alone, for where the scripts lead to none. */
  readonly otherwise?: readonly Picked[];
  readonly lints?: readonly Picked[];
  /** What it runs that cannot be told, each a sentence's end: "runs `make e2e`, target not found". */
  readonly unresolved?: readonly string[];
};
