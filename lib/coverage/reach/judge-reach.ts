import { isProductCode } from "../fix/sort-path.ts";
import { languageOf } from "../language/languages.ts";
import type { Hunk } from "../patch/read-patch.ts";
import type { TestKind } from "../policy.ts";
import { type ChangedProduct, callsOn } from "./changed-product.ts";
import { functionOn } from "./enclosing.ts";
import { importLeadsTo, sharesModule, standsBeside, stemOf } from "./relate-paths.ts";

export type Reach = {
  /** Whether the test would plausibly fail without the fix, as far as its text tells. */
  readonly exercises: "yes" | "no" | "unclear";
  readonly rule: string;
  readonly note: string;
  readonly line: number | null;
};

type Test = {
  readonly path: string;
  readonly kind: TestKind;
  /** All that is known of its text; null where no patch could be read. */
  readonly hunks: readonly Hunk[] | null;
  /** The part of it that holds what was added. */
  readonly added: readonly Hunk[];
};

const NAME = /[A-Za-z_$][\w$]*/g;
const WORD = /[A-Za-z][a-z]{3,}/g;

/** Whether an added test reaches what its fix changed, by the first signal that shows: its name and place, names that the fix changed, what it imports. `unclear` where nothing speaks for or against it; `no` where it only re-implements the fix or touches something else. */
export function judgeReach(test: Test, product: ChangedProduct): Reach {
  if (isProductCode(test.path))
    return reach("yes", "inline", "The test stands in the changed file.");
  if (product.paths.length === 0) {
    return reach("unclear", "no-product-code", "The fix changes no product code to be reached.");
  }
  const related = byPlace(test, product) ?? byImport(test, product);
  if (related === null && test.kind !== "e2e") {
    const copied = reimplemented(test, product);
    if (copied) return copied;
  }
  return (
    byDefinedName(test, product) ??
    related ??
    byMentionedName(test, product) ??
    byTopic(test, product) ??
    nothingShows(test, product)
  );
}

function byDefinedName({ added }: Test, { defined }: ChangedProduct): Reach | null {
  const found = findName(added, defined);
  if (!found) return null;
  const { name, path, line } = found;
  return reach("yes", "calls-changed", `It uses ${name}, which the fix changes in ${path}.`, line);
}

function byMentionedName({ added }: Test, { mentioned }: ChangedProduct): Reach | null {
  const found = findName(added, mentioned);
  if (!found) return null;
  const { name, path, line } = found;
  const note = `It uses ${name}, which stands on a line that the fix changes in ${path}.`;
  return reach("yes", "names-changed", note, line);
}

function byPlace({ path }: Test, { paths }: ChangedProduct): Reach | null {
  const stem = stemOf(path);
  const named = paths.find((product) => stem !== "" && stemOf(product) === stem);
  if (named !== undefined) {
    return reach("yes", "named-after", `It is named after ${named}, which the fix changes.`);
  }
  const beside = paths.find((product) => standsBeside(path, product));
  return beside === undefined
    ? null
    : reach("yes", "same-package", `It stands in the package of ${beside}, which the fix changes.`);
}

function byImport({ path, hunks }: Test, { paths }: ChangedProduct): Reach | null {
  for (const { imported, line } of importsOf(path, hunks)) {
    for (const product of paths) {
      const how = importLeadsTo(imported, path, product);
      if (how === null) continue;
      const note = `It imports ${imported}, the ${how} of ${product}, which the fix changes.`;
      return reach("yes", "imports-changed", note, line);
    }
  }
  return null;
}

/** A test that shares neither place nor imports with the fix and does itself what the fix does checks a copy of it. */
function reimplemented({ path, added }: Test, product: ChangedProduct): Reach | null {
  const language = languageOf(path);
  if (!language) return null;
  for (const { kind, text, line } of added.flatMap(({ lines }) => lines)) {
    if (kind !== "added") continue;
    const own = functionOn(text, language);
    const from = own === null ? undefined : product.defined.get(own);
    if (from !== undefined) {
      const note = `It defines ${own} itself, which the fix changes in ${from}, and imports none of it.`;
      return reach("no", "re-implements", note, line);
    }
    const call = [...callsOn(text)].find((name) => product.calls.has(name));
    if (call !== undefined) {
      const note = `It calls ${call} itself, as the fix now does in ${product.calls.get(call)}, and imports none of the changed code.`;
      return reach("no", "re-implements", note, line);
    }
  }
  return null;
}

/** A test from outside that speaks of one thing that the fix is about, any other test of two. */
function byTopic({ added, kind }: Test, product: ChangedProduct): Reach | null {
  const topics = product.topics();
  const found = findName(added, topics, WORD);
  if (!found) return null;
  if (kind === "unit") {
    const others = new Map([...topics].filter(([word]) => word !== found.name.toLowerCase()));
    if (!findName(added, others, WORD)) return null;
  }
  const note = `It speaks of ${found.name}, which ${found.path} is about.`;
  return reach("unclear", "same-topic", note, found.line);
}

function nothingShows({ path, kind, hunks }: Test, product: ChangedProduct): Reach {
  if (hunks === null || !product.readWhole) {
    const note = "Neither its name nor its place tells, and a patch that might was not read.";
    return reach("unclear", "patch-missing", note);
  }
  const near = product.paths.find((each) => sharesModule(path, each));
  if (kind !== "e2e" && near !== undefined) {
    return reach(
      "unclear",
      "same-module",
      `It lies in the test tree of ${near}, which the fix changes.`,
    );
  }
  const note =
    kind !== "e2e"
      ? "It imports nothing that the fix changes, stands elsewhere and uses none of its names."
      : "It drives the product from outside, and no name or topic of the fix occurs in it.";
  return reach("no", "touches-else", note);
}

function findName(
  hunks: readonly Hunk[],
  names: ReadonlyMap<string, string>,
  words: RegExp = NAME,
): { name: string; path: string; line: number } | null {
  if (names.size === 0) return null;
  for (const wanted of ["added", "context"] as const) {
    for (const { lines } of hunks) {
      for (const { kind, text, line } of lines) {
        if (kind !== wanted) continue;
        for (const name of text.match(words) ?? []) {
          const path = names.get(words === WORD ? name.toLowerCase() : name);
          if (path !== undefined && (words === WORD || isUse(name, text))) {
            return { name, path, line };
          }
        }
      }
    }
  }
  return null;
}

/** A plain word counts only where it is called or reached into; in a sentence it is a word. */
function isUse(name: string, text: string): boolean {
  return /[A-Z_\d]/.test(name.slice(1)) || text.includes(`${name}(`) || text.includes(`.${name}`);
}

function importsOf(
  path: string,
  hunks: readonly Hunk[] | null,
): readonly { imported: string; line: number }[] {
  const language = languageOf(path);
  if (!language || hunks === null) return [];
  return hunks.flatMap(({ lines }) =>
    lines.flatMap(({ kind, text, line }) => {
      if (kind === "removed" || text.length > 500) return [];
      const found = language.imports.flatMap((pattern) => pattern.exec(text)?.[1] ?? []);
      return found.map((imported) => ({ imported, line }));
    }),
  );
}

function reach(
  exercises: Reach["exercises"],
  rule: string,
  note: string,
  line: number | null = null,
): Reach {
  return { exercises, rule, note, line };
}
