import { commandOutput } from "./command-output.ts";
import { expandMake, type MakeScope } from "./expand-make.ts";
import type { Assignment, MakeHost } from "./read-makefile.ts";
import { repositoryPath } from "./repository-path.ts";
import type { Run } from "./run.ts";
import { isUnknown, ROOT, UNKNOWN } from "./word-signs.ts";

type Variables = {
  readonly scope: MakeScope;
  readonly host: MakeHost;
  /** What recipes see of them in their environment. */
  readonly exported: () => readonly (readonly [string, string])[];
};

const STEPS_MAX = 100_000;
const VALUE_MAX = 50_000;
const USUAL: ReadonlyMap<string, string> = new Map([
  ["MAKE", "make"],
  ["SHELL", "sh"],
  ["MAKEFLAGS", ""],
  ["MFLAGS", ""],
]);

/** The variables of one call of make while its file is read: those given with the call win, then the file's, then the environment's. */
export function makeVariables(
  run: Run,
  directory: string,
  given: ReadonlyMap<string, string>,
): Variables {
  const own = new Map<string, string>();
  const exports = new Set<string>();
  const scope = scopeOf(run, directory, [given, own, run.environment, USUAL]);
  const expand = (text: string) => expandMake(text, scope);
  const assign = ({ name, operator, value, exported }: Assignment) => {
    if (exported) exports.add(name);
    if (operator === "?=" && scope.value(name) !== null) return;
    const before = own.get(name) ?? run.environment.get(name) ?? "";
    if (operator === "+=") own.set(name, `${before} ${value}`.trim().slice(0, VALUE_MAX));
    else if (operator === "!=") own.set(name, scope.shell(expand(value)));
    else own.set(name, operator.startsWith(":") ? expand(value) : value);
  };
  let steps = 0;
  const host: MakeHost = {
    expand,
    assign,
    isSet: (name) => (scope.value(name) ?? "") !== "",
    exportName: (name) => exports.add(name),
    goOn: () => (steps += 1) < STEPS_MAX,
    included: (word) => {
      const path = isUnknown(word) ? null : repositoryPath(directory, word);
      const text = path === null ? null : run.reading.text(path);
      return path !== null && text?.known ? { path, text: text.value } : null;
    },
  };
  const exported = () =>
    [...exports]
      .filter((name) => own.has(name))
      .map((name) => [name, expand(own.get(name) ?? "")] as const);
  return { scope, host, exported };
}

function scopeOf(
  { environment }: Run,
  directory: string,
  layers: readonly ReadonlyMap<string, string>[],
): MakeScope {
  const outer = {
    value: (name: string) => environment.get(name) ?? null,
    args: [],
    output: () => UNKNOWN,
  };
  return {
    value: (name) => {
      const own = layers.find((layer) => layer.has(name))?.get(name);
      return own ?? (/^(CURDIR|PWD)$/.test(name) ? `${ROOT}/${directory}` : null);
    },
    shell: (command) => commandOutput(command, { directory, scope: outer }),
  };
}
