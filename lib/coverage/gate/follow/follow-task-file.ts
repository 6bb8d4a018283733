import { justRecipes, justVariable, type Recipe } from "./just-recipes.ts";
import { prefixOf } from "./pick.ts";
import { type Args, hasFlag, readArgs, valuesOf } from "./read-args.ts";
import { repositoryPath } from "./repository-path.ts";
import type { Followed, Run } from "./run.ts";
import { plainScript, type Script } from "./script.ts";
import { taskRecipes } from "./task-recipes.ts";
import { shownWord, UNKNOWN } from "./word-signs.ts";

type Kind = {
  readonly names: readonly string[];
  readonly read: (text: string) => ReadonlyMap<string, Recipe>;
};
type Found = { readonly path: string; readonly folder: string; readonly text: string };

const KINDS: ReadonlyMap<string, Kind> = new Map([
  ["just", { names: ["justfile", "Justfile", ".justfile"], read: justRecipes }],
  ["task", { names: ["Taskfile.yml", "Taskfile.yaml", "Taskfile.dist.yml"], read: taskRecipes }],
  ["go-task", { names: ["Taskfile.yml", "Taskfile.yaml"], read: taskRecipes }],
]);
const VALUED = ["f", "justfile", "d", "working-directory", "dir", "t", "taskfile", "C"];
const NO_RUN = [
  "list",
  "l",
  "summary",
  "dry",
  "dry-run",
  "n",
  "version",
  "help",
  "a",
  "list-all",
  "show",
];
const TESTS = /(^|[^a-z])(tests?|e2e|smoke|integration|unit|specs?|check|verify|ci)([^a-z]|$)/i;
const SCRIPTS_MAX = 200;

/** The recipes that `just` or `task` runs by its file, those that they need first; null for another command. */
export function followTaskFile(run: Run): Followed | null {
  const kind = KINDS.get(run.program);
  if (!kind) return null;
  const args = readArgs(run.args, VALUED);
  if (hasFlag(args, ...NO_RUN)) return {};
  const said = `${run.program} ${run.args.map(shownWord).join(" ")}`.trim().slice(0, 80);
  const file = fileOf(run, kind.names, args);
  if (file === null || "why" in file) {
    const why = file === null ? `there is no ${kind.names[0]}` : file.why;
    return { unresolved: TESTS.test(said) ? [`runs \`${said}\`, and ${why}`] : [] };
  }
  const recipes = kind.read(file.text);
  const words = args.rest.filter((word) => !/^\w+=/.test(word));
  const usual = recipes.has("default") ? "default" : ([...recipes.keys()][0] ?? "");
  const [first = usual, ...rest] = words;
  // In `just a b` the second may be an argument of the first.
  const others =
    recipes.get(first)?.params.length === 0 ? rest.filter((each) => recipes.has(each)) : [];
  const scripts: Script[] = [];
  const missing = [first, ...others].filter((target) => {
    const own = { run, file, recipes, scripts };
    return !addRecipe(own, target, target === first ? rest : [], []) && TESTS.test(target);
  });
  return {
    scripts,
    unresolved: missing.map(
      (each) => `runs \`${said}\`, ${shownWord(each)} not found in ${file.path}`,
    ),
  };
}

type Adding = {
  readonly run: Run;
  readonly file: Found;
  readonly recipes: ReadonlyMap<string, Recipe>;
  readonly scripts: Script[];
};

/** Adds a recipe behind those that it needs; false where there is none of the name. */
function addRecipe(
  adding: Adding,
  target: string,
  given: readonly string[],
  seen: readonly string[],
): boolean {
  const { run, file, recipes, scripts } = adding;
  const recipe = recipes.get(target);
  if (!recipe) return false;
  if (seen.includes(target) || scripts.length > SCRIPTS_MAX) return true;
  for (const need of recipe.needs) addRecipe(adding, need, [], [...seen, target]);
  const values = new Map(recipe.params.map((param, at) => [param, given[at]] as const));
  for (const { text, line } of recipe.lines) {
    const [, signs = "", command = ""] = /^([\s@-]*)([^]*)$/.exec(text) ?? [];
    const filled = command.replace(
      /\{\{-?\s*([\w.]*)[^{}]{0,200}\}\}/g,
      (_all, name: string) => values.get(name) ?? justVariable(file.text, name) ?? UNKNOWN,
    );
    scripts.push({
      ...plainScript(run, filled),
      place: { path: file.path, line },
      directory: file.folder,
      args: given,
      mask: signs.includes("-") ? `${run.program} goes on after it fails` : null,
    });
  }
  return true;
}

/** The file of tasks that is named, else the nearest one from here up. */
function fileOf(
  run: Run,
  names: readonly string[],
  args: Args,
): Found | { readonly why: string } | null {
  const [named] = valuesOf(args, "f", "justfile", "t", "taskfile");
  const [to] = valuesOf(args, "d", "dir", "working-directory");
  if (named !== undefined) return found(run, repositoryPath(run.directory, named) ?? "");
  const start = to === undefined ? run.directory : repositoryPath(run.directory, to);
  if (start === null) return { why: "its folder cannot be told" };
  for (let folder = start; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/")))) {
    for (const name of names) {
      const file = found(run, prefixOf(folder) + name);
      if (file) return file;
    }
    if (folder === "") return null;
  }
}

function found({ reading }: Run, path: string): Found | { readonly why: string } | null {
  const text = reading.text(path);
  if (text === null) return null;
  const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
  return text.known ? { path, folder, text: text.value } : { why: `${path}: ${text.why}` };
}
