import type { ChangedFile } from "#/lib/facts/changed-file.ts";
import { readTitle } from "../fix/read-title.ts";
import { isProductCode } from "../fix/sort-path.ts";
import type { Language } from "../language/language.ts";
import { languageOf } from "../language/languages.ts";
import { readPatch } from "../patch/read-patch.ts";
import { enclosing } from "./enclosing.ts";

/** What a fix changed of the product, as far as lines tell. */
export type ChangedProduct = {
  readonly paths: readonly string[];
  /** Names that were defined, or whose block was edited, with the path. */
  readonly defined: ReadonlyMap<string, string>;
  /** Distinctive names that stand on edited lines, with the path. */
  readonly mentioned: ReadonlyMap<string, string>;
  /** Distinctive names that added lines call on something else, with the path. */
  readonly calls: ReadonlyMap<string, string>;
  /** Words that the fix is about, in lower case, with where they stand: its title or a path. Asked only where nothing else tells. */
  readonly topics: () => ReadonlyMap<string, string>;
  /** Whether the patch of every product file could be read. */
  readonly readWhole: boolean;
};

const NAME = /[A-Za-z_$][\w$]{3,60}/g;
/** Two words in one, so that `error` and `value` are none. */
const DISTINCTIVE = /^(?=.{7,})(?:_*[a-zA-Z0-9]*[a-z0-9][A-Z]\w*|_*[a-zA-Z0-9]+_[a-zA-Z0-9]\w*)$/;
const TOO_COMMON =
  /^(init|main|new|run|get|set|test|setup|handle|render|update|create|delete|index|default|constructor|toString|props|state|data|value|values|name|options|config|context|result|error|self|this|args|params|type|types)$/i;
const NO_TOPIC =
  /^(fix(es|ed)?|when|with|from|into|that|this|than|then|does|doesn|should|must|only|after|before|error|errors|fail|fails|failing|test|tests|code|make|made|correct|correctly|wrong|missing|handle|handling|prevent|avoid|ensure|allow|instead|using|used|support|issue|issues|value|values|data|type|types|name|names|file|files|line|lines|list|path|true|false|null|main|index|util|utils|common|core|internal|server|client|handler|handlers|component|components|entire|block|unblock|unblocks|wrap|service|services|model|models|module|cmd|pkg|src|lib|app|api)$/i;
const LINE_MAX = 500;
const LINES_MAX = 4000;

/** The product code of a change with the names that its patches define or edit. */
export function changedProduct(files: readonly ChangedFile[], title: string): ChangedProduct {
  const product = files.filter((each) => isProductCode(each.path) && !onlyMoved(each));
  const defined = new Map<string, string>();
  const mentioned = new Map<string, string>();
  const calls = new Map<string, string>();
  for (const { path, patch } of product) {
    const language = languageOf(path);
    if (!patch?.known || !language) continue;
    readNames({ path, patch: patch.value, language, defined, mentioned, calls });
  }
  return {
    paths: product.map(({ path }) => path),
    defined,
    mentioned,
    calls,
    topics: () => topicsOf(title, product),
    readWhole: product.every(({ patch }) => patch?.known === true),
  };
}

function onlyMoved({ status, patch, additions, deletions }: ChangedFile): boolean {
  if (status !== "renamed") return false;
  return patch?.known ? patch.value === "" : !additions && !deletions;
}

function readNames(input: {
  path: string;
  patch: string;
  language: Language;
  defined: Map<string, string>;
  mentioned: Map<string, string>;
  calls: Map<string, string>;
}): void {
  const { path, patch, language, defined, mentioned, calls } = input;
  let read = 0;
  for (const { heading, lines } of readPatch(patch)) {
    let around = heading === null ? [] : enclosing([], heading, language);
    for (const { kind, text } of lines) {
      around = enclosing(around, text, language);
      if (kind === "context") continue;
      if (read++ > LINES_MAX) return;
      if (text.trim() === "" || language.comment.test(text)) continue;
      for (const { name } of around) if (!TOO_COMMON.test(name)) defined.set(name, path);
      for (const name of text.match(NAME) ?? []) {
        if (DISTINCTIVE.test(name)) mentioned.set(name, path);
      }
      if (kind === "added") for (const name of callsOn(text)) calls.set(name, path);
    }
  }
}

/** The distinctive names that a line calls on something: `router.SetThing(…)`. */
export function callsOn(text: string): readonly string[] {
  const calls = text.length > LINE_MAX ? [] : text.matchAll(/\.([A-Za-z_]\w{5,60})\(/g);
  return [...calls].flatMap(([, name = ""]) => (DISTINCTIVE.test(name) ? [name] : []));
}

/** Words of the title, and of the names of changed files and their folders. */
function topicsOf(title: string, product: readonly ChangedFile[]): ReadonlyMap<string, string> {
  const topics = new Map<string, string>();
  const add = (text: string, where: string) => {
    for (const word of text.match(/[A-Za-z][a-z]{3,}/g) ?? []) {
      if (!NO_TOPIC.test(word)) topics.set(word.toLowerCase(), where);
    }
  };
  const { scope, subject } = readTitle(title);
  add(`${scope ?? ""} ${subject}`, "the title");
  for (const { path } of product) add(path.split("/").slice(-2).join(" "), path);
  return topics;
}
