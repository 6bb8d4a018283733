import { globMatcher } from "./glob-match.ts";
import { tomlTable } from "./ini-values.ts";
import { type Picked, picked, prefixOf, unclearPick } from "./pick.ts";
import { hasFlag, readArgs, valuesOf } from "./read-args.ts";
import { repositoryPath } from "./repository-path.ts";
import type { Followed, Run } from "./run.ts";
import { nearestWith, type Reading } from "./source-tree.ts";

const VALUED =
  "p package exclude test bench bin example features F target profile manifest-path j jobs target-dir color message-format Z config E filter-expr P partition retries".split(
    " ",
  );
const PACKAGES_MAX = 200;

/** The tests that `cargo test` or `cargo nextest run` runs: of the package here, of a whole workspace, or of the packages that it names; null for another command. */
export function cargoTests({ args: words, directory, reading }: Run): Followed | null {
  const given = words.filter((word) => !word.startsWith("+"));
  const nextest = given[0] === "nextest" && given[1] === "run";
  if (!nextest && !/^(test|t|hack|llvm-cov|tarpaulin)$/.test(given[0] ?? "")) return null;
  if (given[0] === "hack" && !given.includes("test")) return null;
  const cut = given.indexOf("--");
  const args = readArgs((cut < 0 ? given : given.slice(0, cut)).slice(nextest ? 2 : 1), VALUED);
  if (hasFlag(args, "no-run", "help")) return {};
  const manifest = valuesOf(args, "manifest-path")[0];
  const start =
    manifest === undefined
      ? directory
      : repositoryPath(directory, manifest.replace(/\/?Cargo\.toml$/, "") || ".");
  const home = start === null ? null : nearestWith(reading.tree, start, "Cargo.toml");
  if (home === null) return { unresolved: ["runs `cargo test`, and there is no Cargo.toml"] };
  const named = valuesOf(args, "p", "package");
  const targets = valuesOf(args, "test");
  const all = hasFlag(args, "workspace", "all") || given[0] === "hack" || isVirtual(reading, home);
  const inside = (path: string) =>
    path.endsWith(".rs") && /(^|\/)(src|tests|benches|examples)\//.test(path);
  const answer =
    targets.length > 0
      ? integrationNamed(targets)
      : hasFlag(args, "lib", "bins", "doc")
        ? (path: string) => inside(path) && !/(^|\/)tests\//.test(path)
        : inside;
  const packages = named.length > 0 ? packagesNamed(named, reading) : null;
  const homes = packages ?? (all ? null : [home]);
  const gone = packagesNamed(valuesOf(args, "exclude"), reading);
  return { tests: testsOf({ home, homes, gone, reading, answer }) };
}

type Asked = {
  readonly home: string;
  /** Null stands for the whole workspace. */
  readonly homes: readonly string[] | null;
  readonly gone: readonly string[];
  readonly reading: Reading;
  readonly answer: (path: string) => boolean;
};

function testsOf({ home, homes, gone, reading, answer }: Asked): readonly Picked[] {
  const packageOf = (path: string) =>
    nearestWith(reading.tree, path.slice(0, Math.max(0, path.lastIndexOf("/"))), "Cargo.toml");
  if (homes === null) {
    const takes = (path: string) =>
      path.startsWith(prefixOf(home)) && answer(path) && !gone.includes(packageOf(path) ?? "");
    return [picked(`${prefixOf(home)}**/*.rs`, takes)];
  }
  if (homes.length === 0) {
    const why = "which package it names cannot be told";
    return [
      unclearPick(
        `${prefixOf(home)}**/*.rs`,
        (path) => path.startsWith(prefixOf(home)) && answer(path),
        why,
      ),
    ];
  }
  return homes.map((each) =>
    picked(
      `${prefixOf(each)}**/*.rs`,
      (path) => path.startsWith(prefixOf(each)) && answer(path) && packageOf(path) === each,
    ),
  );
}

const integrationNamed =
  (names: readonly string[]) =>
  (path: string): boolean => {
    const found = /(^|\/)tests\/([^/]+?)(\.rs|\/.*\.rs)$/.exec(path)?.[2];
    return found !== undefined && names.some((name) => globMatcher(name)?.(found) ?? false);
  };

/** A workspace without a package of its own stands for all of its members. */
function isVirtual(reading: Reading, home: string): boolean {
  const text = reading.text(`${prefixOf(home)}Cargo.toml`);
  return (
    text?.known === true && /^\[workspace\]/m.test(text.value) && !/^\[package\]/m.test(text.value)
  );
}

function packagesNamed(names: readonly string[], reading: Reading): readonly string[] {
  if (names.length === 0) return [];
  const wanted = names.map((name) => name.replace(/@.*$/, ""));
  return reading.tree
    .named("Cargo.toml")
    .slice(0, PACKAGES_MAX)
    .flatMap((path) => {
      const text = reading.text(path);
      const name = text?.known ? tomlTable(text.value, "package")?.get("name") : undefined;
      return name !== undefined && wanted.includes(name)
        ? [path.slice(0, Math.max(0, path.lastIndexOf("/")))]
        : [];
    });
}
