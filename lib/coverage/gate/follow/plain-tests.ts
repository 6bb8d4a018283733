import { configFile } from "./config-file.ts";
import { literalOf, textsOf, under } from "./literal-values.ts";
import {
  isBelow,
  type Picked,
  pickGlobs,
  pickWord,
  prefixOf,
  someOf,
  unclearPick,
} from "./pick.ts";
import { PLAIN } from "./plain-runners.ts";
import { hasFlag, readArgs, valuesOf } from "./read-args.ts";
import type { Followed, Run } from "./run.ts";
import { shownWord } from "./word-signs.ts";

const SCRIPT = /\.[cm]?[jt]sx?$/;
const NO_RUN = ["list", "list-tests", "listTests", "dry-run", "version", "help", "l"];

/** The tests that one of these runners runs; null for another command. */
export function plainTests({ program, args: words, directory, reading }: Run): Followed | null {
  const runner = PLAIN.get(program);
  if (!runner) return null;
  const verb = runner.verb === null ? -1 : words.findIndex((word) => runner.verb?.test(word));
  if (runner.verb !== null && verb < 0) return null;
  const given = words.filter((_word, at) => at !== verb);
  const args = readArgs(given, runner.valued.split(" "));
  if (hasFlag(args, ...NO_RUN)) return {};
  const takes = (path: string) => runner.takes.test(path);
  const config =
    program === "mocha"
      ? mochaSpec({ directory, reading })
      : program === "cypress"
        ? cypressSpec({ directory, reading }, given)
        : null;
  const named = [
    ...valuesOf(args, "spec", "s").flatMap((value) => value.split(",")),
    ...args.rest.flatMap((word) => word.split(/,(?=\S)/)),
  ];
  const own = named.filter((word) => word !== "" && word !== "run");
  const found =
    own.length > 0
      ? own.flatMap((word) => pickWord(word.replace(/:\d+$/, ""), directory, takes) ?? [])
      : [config ?? pickGlobs(directory, runner.finds, ["**/node_modules/**"])];
  const chosen = runner.chooses.flatMap((flag) => valuesOf(args, flag))[0];
  const why = `only the tests run that \`${shownWord(chosen ?? "")}\` chooses`;
  return {
    tests:
      chosen === undefined || runner.valued === "" ? found : found.map((pick) => someOf(pick, why)),
  };
}

type Here = Pick<Run, "directory" | "reading">;

function mochaSpec({ directory, reading }: Here): Picked | null {
  const file = configFile(reading, directory, undefined, [
    ".mocharc.js",
    ".mocharc.cjs",
    ".mocharc.yaml",
    ".mocharc.yml",
    ".mocharc.json",
    ".mocharc.jsonc",
  ]);
  if (file && !file.value.known)
    return unclearPick(
      `${prefixOf(directory)}test/`,
      (path) => isBelow(directory, path) && SCRIPT.test(path),
      file.value.why,
    );
  const text = file === null ? reading.text(`${prefixOf(directory)}package.json`) : null;
  const value = file?.value.known
    ? file.value.value
    : text?.known
      ? under(literalOf(parsed(text.value)), "mocha")
      : null;
  const spec = value === null ? null : textsOf(under(value, "spec"));
  return spec === null || spec === "open" ? null : pickGlobs(directory, spec);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function cypressSpec({ directory, reading }: Here, words: readonly string[]): Picked | null {
  const part = words.includes("--component") ? "component" : "e2e";
  const file = configFile(reading, directory, undefined, [
    "cypress.config.ts",
    "cypress.config.js",
    "cypress.config.mjs",
    "cypress.config.cjs",
  ]);
  const spec = file?.value.known ? textsOf(under(file.value.value, part, "specPattern")) : null;
  if (spec !== null && spec !== "open") return pickGlobs(directory, spec);
  return part === "component"
    ? pickGlobs(directory, ["**/*.cy.{js,jsx,ts,tsx}"], ["cypress/e2e/**", "**/node_modules/**"])
    : null;
}
