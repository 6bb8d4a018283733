import { readArgs, valuesOf } from "./read-args.ts";
import { repositoryPath } from "./repository-path.ts";
import type { Run } from "./run.ts";

/** What a package manager is told to run, and where. */
export type PackageWords = {
  /** A script by name, a script or else a program, or only a program. */
  readonly kind: "script" | "either" | "program";
  readonly words: readonly string[];
  readonly directory: string;
  /** Null for the package here; names or folders of packages, none for all of the workspace. */
  readonly filters: readonly string[] | null;
  readonly optional: boolean;
};

const VALUED = [
  "prefix",
  "C",
  "dir",
  "cwd",
  "w",
  "workspace",
  "filter",
  "F",
  "p",
  "parallel-limit",
  "concurrency",
  "scope",
  "include",
  "exclude",
  "j",
  "filter-prod",
  "loglevel",
  "reporter",
  "workspace-concurrency",
];
const OWN: readonly string[] = (
  "install i ci add remove rm uninstall un update up upgrade publish pack link unlink audit config set get version cache why outdated store " +
  "create init login logout plugin plugins view info list ls ll prune rebuild dedupe import node patch npm fetch deploy env licenses " +
  "approve-builds self-update setup help explain owner tag dist-tag token whoami search star team unpublish policies constraints stage pm"
).split(" ");

/** Reads the words of `npm`, `pnpm`, `yarn` or `bun`; null where they run nothing of the package. */
export function packageWords({ program, args, directory }: Run): PackageWords | null {
  const start = commandAt(args);
  const before = readArgs(args.slice(0, start), VALUED);
  const verb = args[start] ?? "";
  const rest = args.slice(start + 1);
  const to =
    valuesOf(before, "prefix", "C", "dir", "cwd")[0] ?? flagIn(rest, "prefix", program === "npm");
  const there = to === undefined ? directory : repositoryPath(directory, to);
  if (there === null || verb === "") return null;
  const all =
    ["r", "recursive", "workspaces", "ws"].some((flag) => before.flags.has(flag)) ||
    (program === "npm" && rest.some((word) => /^(--workspaces|-ws)$/.test(word)));
  const named = [
    ...valuesOf(before, "w", "workspace", "filter", "F", "filter-prod"),
    ...(program === "npm" ? workspaceFlags(rest) : []),
  ];
  const place = {
    directory: there,
    filters: named.length > 0 ? named : all ? [] : null,
    optional: args.includes("--if-present"),
  };
  const make = (
    kind: PackageWords["kind"],
    words: readonly string[],
    filters: readonly string[] | null = place.filters,
  ): PackageWords => ({ ...place, kind, words, filters });
  if (program === "yarn" && verb === "workspace")
    return make("either", withoutRun(rest.slice(1)), [rest[0] ?? ""]);
  if (program === "yarn" && verb === "workspaces")
    return make("script", foreachWords(rest), includesOf(rest));
  if (/^(run|run-script|rum|urn)$/.test(verb)) return make("script", withoutFlags(rest, program));
  if (/^(exec|dlx|x)$/.test(verb)) return make("program", withoutFlags(rest, program));
  if (program === "npm")
    return /^(test|t|tst|start|stop|restart)$/.test(verb)
      ? make("script", [verb.startsWith("t") ? "test" : verb, ...withoutFlags(rest, "")])
      : null;
  if (program === "bun" && verb === "test") return null;
  if (OWN.includes(verb)) return null;
  return make("either", [verb === "t" && program === "pnpm" ? "test" : verb, ...rest]);
}

/** Where the verb stands, behind the manager's own flags. */
function commandAt(args: readonly string[]): number {
  let at = 0;
  while (args[at]?.startsWith("-")) {
    const name = (args[at] ?? "").replace(/^--?/, "");
    at += VALUED.includes(name) ? 2 : 1;
  }
  return at;
}

/** npm takes its own flags anywhere before `--` and hands on what stands behind; the others hand on all. */
function withoutFlags(words: readonly string[], program: string): readonly string[] {
  const cut = words.indexOf("--");
  const own = cut < 0 ? words : words.slice(0, cut);
  const handed = cut < 0 ? [] : words.slice(cut + 1);
  if (program !== "npm" && program !== "") {
    const first = own.findIndex((word) => !word.startsWith("-"));
    return first < 0 ? handed : [...own.slice(first), ...handed];
  }
  const kept = own.filter(
    (word, at) =>
      !word.startsWith("-") && !/^(-w|--workspace|--prefix|-C)$/.test(own[at - 1] ?? ""),
  );
  return [...kept, ...handed];
}

const withoutRun = (words: readonly string[]): readonly string[] =>
  words[0] === "run" ? words.slice(1) : words;

/** `yarn workspaces foreach -A run test`. */
function foreachWords(words: readonly string[]): readonly string[] {
  const run = words.indexOf("run");
  if (run >= 0) return words.slice(run + 1);
  const args = readArgs(words.slice(1), ["include", "exclude", "from", "j", "jobs"]);
  return args.rest;
}

const includesOf = (words: readonly string[]): readonly string[] =>
  valuesOf(readArgs(words, ["include", "exclude", "from", "j", "jobs"]), "include", "from");

const workspaceFlags = (words: readonly string[]): readonly string[] =>
  valuesOf(
    readArgs(words.includes("--") ? words.slice(0, words.indexOf("--")) : words, [
      "w",
      "workspace",
    ]),
    "w",
    "workspace",
  );

function flagIn(words: readonly string[], name: string, asked: boolean): string | undefined {
  return asked ? valuesOf(readArgs(words, [name]), name)[0] : undefined;
}
