import { isTestFile } from "../../test/is-test-file.ts";
import { skipsWithout } from "../mask/skips/skips-without.ts";
import { readCommands } from "../read-commands.ts";
import { isTestCommand } from "../test-command.ts";
import type { Script } from "./script.ts";
import { isUnknown } from "./word-signs.ts";

/** A script file that leaves tests out and ends well, with what it waits for; lines are counted from 1. */
export type SkippedBy = {
  readonly path: string;
  readonly skips: readonly { readonly line: number; readonly names: readonly string[] }[];
  /** Whether nothing on the way gives any of them a value. */
  readonly isNeverGiven: boolean;
};

// What clears up or prepares lies among tests and is none.
const ASIDE =
  /(^|[^a-z])(clean\w*|teardown|down|sweep\w*|purge|reset|setup|install|seed|start|stop)([^a-z]|$)/i;

/** Where a script file leaves tests out and ends well because its environment lacks something; a script that stands in the step itself is judged with the step. */
export function skipsIn(script: Script): readonly SkippedBy[] {
  const { file, text, environment, errexit, pipefail } = script;
  if (file === null) return [];
  const given = (name: string): string => environment.get(name) ?? "";
  const skips = skipsWithout(text, {
    modes: { errexit, pipefail },
    isTest: isTestFile(file) && !ASIDE.test(file.slice(file.lastIndexOf("/") + 1)),
    isCheck: (command) => readCommands(command, "").some(isTestCommand),
    isGiven: (name) => given(name) !== "" && !isUnknown(given(name)),
  });
  if (skips.length === 0) return [];
  const isNeverGiven = skips.every(({ names }) => names.every((name) => given(name) === ""));
  const placed = skips.map(({ line, names }) => ({ line: line + script.place.line, names }));
  return [{ path: file, skips: placed, isNeverGiven }];
}
