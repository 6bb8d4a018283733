import type { Known } from "./known.ts";

/** The files of a branch at one commit; `text` is null for a file that was not asked for. */
export type SourceFiles = {
  readonly paths: readonly string[];
  readonly text: (path: string) => Known<string> | null;
};
