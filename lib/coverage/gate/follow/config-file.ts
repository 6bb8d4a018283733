import { parse } from "yaml";
import { type Known, known, unknown } from "#/lib/facts/known.ts";
import type { Literal } from "./literal.ts";
import { literalOf } from "./literal-values.ts";
import { prefixOf } from "./pick.ts";
import { readLiteral } from "./read-literal.ts";
import { repositoryPath } from "./repository-path.ts";
import type { Reading } from "./source-tree.ts";

/** A configuration file that decides; unknown where its text is. */
export type ConfigFile = {
  readonly path: string;
  readonly folder: string;
  readonly value: Known<Literal>;
};

/** The file that a flag names, else the first of these names that lies in the folder; null where there is none. */
export function configFile(
  reading: Reading,
  folder: string,
  named: string | undefined,
  names: readonly string[],
): ConfigFile | null {
  const candidates =
    named === undefined
      ? names.map((name) => prefixOf(folder) + name)
      : namedPaths(reading, folder, named, names);
  for (const path of candidates) {
    const text = reading.text(path);
    if (text === null) continue;
    const cut = path.lastIndexOf("/");
    const value = text.known ? readConfig(path, text.value) : unknown(`${path}: ${text.why}`);
    return { path, folder: cut < 0 ? "" : path.slice(0, cut), value };
  }
  return named === undefined
    ? null
    : {
        path: named,
        folder,
        value: unknown(`its configuration \`${named}\` is not in the repository`),
      };
}

function namedPaths(
  reading: Reading,
  folder: string,
  named: string,
  names: readonly string[],
): readonly string[] {
  const path = repositoryPath(folder, named);
  if (path === null) return [];
  return reading.tree.hasFolder(path) ? names.map((name) => prefixOf(path) + name) : [path];
}

function readConfig(path: string, text: string): Known<Literal> {
  try {
    if (/\.ya?ml$|\.[a-z]+rc$/.test(path))
      return known(literalOf(parse(text, { maxAliasCount: 100 })));
    return known(readLiteral(text));
  } catch {
    return unknown(`${path} cannot be read`);
  }
}

const endings = ["ts", "mts", "cts", "js", "mjs", "cjs"];
/** `vitest.config.ts` and so on. */
export const scriptNames = (base: string): readonly string[] =>
  endings.map((ending) => `${base}.${ending}`);
