import { type Picked, picked, pickWord } from "./pick.ts";
import { readArgs } from "./read-args.ts";
import type { Run } from "./run.ts";

type Linter = { readonly takes: RegExp; readonly valued: string; readonly verb?: RegExp };

const SHELL = /\.(sh|bash|bats)$/;
const SCRIPT = /\.[cm]?[jt]sx?$/;
const PYTHON = /\.py$/;
const LINTERS: ReadonlyMap<string, Linter> = new Map([
  ["shellcheck", { takes: SHELL, valued: "e exclude s shell S severity f format" }],
  ["shfmt", { takes: SHELL, valued: "i ln" }],
  [
    "eslint",
    {
      takes: SCRIPT,
      valued: "c config ext rule f format o ignore-path max-warnings cache-location",
    },
  ],
  ["oxlint", { takes: SCRIPT, valued: "c config A D W" }],
  ["biome", { takes: SCRIPT, valued: "config-path", verb: /^(check|lint|ci)$/ }],
  [
    "ruff",
    { takes: PYTHON, valued: "config select ignore output-format", verb: /^(check|format)$/ },
  ],
  ["flake8", { takes: PYTHON, valued: "config max-line-length select ignore" }],
  ["pylint", { takes: PYTHON, valued: "rcfile" }],
  ["golangci-lint", { takes: /\.go$/, valued: "c config timeout", verb: /^run$/ }],
]);

/** The files that a linter looks at, or that `bash -n` only parses; null for another command. */
export function lintTargets({ program, args: words, directory }: Run): readonly Picked[] | null {
  const parses = /^(ba|z|da)?sh$/.test(program) && words.some((word) => /^-\w*n/.test(word));
  const linter: Linter | undefined = parses ? { takes: SHELL, valued: "" } : LINTERS.get(program);
  if (!linter) return null;
  const args = readArgs(
    words.filter((word) => !linter.verb?.test(word)),
    linter.valued.split(" "),
  );
  const takes = (path: string) => linter.takes.test(path);
  const places = args.rest
    .filter((word) => word !== "...")
    .map((word) => word.replace(/\/?\.\.\.$/, "") || ".");
  if (places.length === 0)
    return [picked(directory, (path) => path.startsWith(directory) && takes(path))];
  return places.flatMap((word) => pickWord(word, directory, takes) ?? []);
}
