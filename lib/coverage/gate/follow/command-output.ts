import { readShell } from "../shell/read-shell.ts";
import { expandWord, type Scope } from "./expand-word.ts";
import { repositoryPath } from "./repository-path.ts";
import { filtered, isUnknown, type PathFilter, ROOT, UNKNOWN } from "./word-signs.ts";

type Asked = { readonly scope: Scope; readonly directory: string | null };

const DIRECTORY_VALUE = /^-(maxdepth|mindepth|type|newer|mtime|size|perm|user)$/;

/** What a command in `$( )` prints, as far as that tells paths and packages: words with blanks between, each with the filters that `grep` puts on it. */
export function commandOutput(command: string, asked: Asked): string {
  let directory = asked.directory;
  let words: readonly string[] = [];
  let piped = false;
  for (const one of readShell(command)) {
    const [program = "", ...args] = one.words.flatMap((word) => expandWord(word, asked.scope));
    if (one.before === "||") continue;
    if (program === "cd") {
      directory = args[0] === undefined ? null : repositoryPath(directory, args[0]);
      continue;
    }
    const here = { ...asked, directory };
    words = piped ? through(program, args, words) : (printed(program, args, here) ?? [UNKNOWN]);
    piped = one.piped;
  }
  return words.join(" ");
}

/** What a command prints; null where that cannot be told. */
function printed(
  program: string,
  args: readonly string[],
  { directory }: Asked,
): readonly string[] | null {
  const root = (path: string | null) => (path === null ? null : [`${ROOT}/${path}`]);
  const plain = args.filter((arg) => !arg.startsWith("-"));
  const first = plain[0] ?? "";
  if (program === "pwd") return root(directory);
  if (program === "git") return gitPrints(args, directory);
  if (program === "dirname") return [parentOf(first)];
  if (program === "basename") return [first.slice(first.lastIndexOf("/") + 1)];
  if (program === "realpath" || program === "readlink")
    return root(repositoryPath(directory, first));
  if (program === "go" && args[0] === "list")
    return args.some((arg) => arg.startsWith("-f")) ? null : orHere(plain.slice(1), "./...");
  if (program === "find") return found(args);
  if (program === "ls") return orHere(plain, "*");
  if (program === "echo") return plain;
  if (program === "printf") return plain.slice(1);
  return null;
}

function gitPrints(args: readonly string[], directory: string | null): readonly string[] | null {
  if (args.includes("--show-toplevel")) return [ROOT];
  if (args[0] !== "ls-files" || directory === null) return null;
  const patterns = args.slice(1).filter((arg) => !arg.startsWith("-"));
  // Here a star crosses folders.
  return patterns.map((pattern) => (pattern.startsWith("*") ? `**/${pattern}` : pattern));
}

const orHere = (words: readonly string[], usual: string): readonly string[] =>
  words.length === 0 ? [usual] : words;

function parentOf(path: string): string {
  if (isUnknown(path)) return UNKNOWN;
  const end = path.replace(/\/+$/, "").lastIndexOf("/");
  if (end > 0) return path.slice(0, end);
  return path.startsWith(ROOT) ? ROOT : ".";
}

/** Globs of what `find` finds: each of its folders with each name it asks for; what a `-not` takes away is a filter. */
function found(args: readonly string[]): readonly string[] | null {
  const options = args.findIndex((arg) => /^[-(!]/.test(arg));
  const folders = orHere(options < 0 ? args : args.slice(0, options), ".");
  const names: string[] = [];
  const taken: PathFilter[] = [];
  let negated = false;
  const shallow = args.indexOf("-maxdepth");
  for (let at = Math.max(options, 0); at < args.length; at += 1) {
    const arg = args[at] ?? "";
    const value = args[at + 1] ?? "";
    if (arg === "!" || arg === "-not") negated = true;
    else if (/^-(i?name|path|wholename|regex)$/.test(arg)) {
      const isName = arg.endsWith("name") && arg !== "-wholename";
      if (arg === "-regex") return null;
      if (negated) taken.push({ pattern: ofGlob(value, isName), keeps: false });
      else if (isName) names.push(value);
      else taken.push({ pattern: ofGlob(value, false), keeps: true });
      negated = false;
      at += 1;
    } else if (DIRECTORY_VALUE.test(arg)) at += 1;
  }
  const inside = shallow >= 0 && args[shallow + 1] === "1" ? "" : "**/";
  const globs = folders.flatMap((folder) =>
    orHere(names, "*").map((name) => `${folder.replace(/\/+$/, "")}/${inside}${name}`),
  );
  return globs.map((glob) => taken.reduce(filtered, glob));
}

function ofGlob(glob: string, isName: boolean): string {
  const source = glob.replace(/^\.\//, "*").replace(/[\\^$.+()[\]{}|]/g, "\\$&");
  const body = source.replace(/\*+/g, isName ? "[^/]*" : ".*").replace(/\?/g, "[^/]");
  return isName ? `(^|/)${body}$` : `^(.*/)?${body}$`;
}

/** What is left of words behind a pipe. */
function through(
  program: string,
  args: readonly string[],
  words: readonly string[],
): readonly string[] {
  if (/^(sort|uniq|tr|xargs|tee|cat|paste)$/.test(program)) return words;
  const filter = /^[ef]?grep$/.test(program) ? grepFilter(program, args) : null;
  return filter === null ? [UNKNOWN] : words.map((word) => filtered(word, filter));
}

function grepFilter(program: string, args: readonly string[]): PathFilter | null {
  const flags = args.filter((arg) => arg.startsWith("-")).join("");
  const named = args.filter((_arg, at) => /^-\w*e$/.test(args[at - 1] ?? ""));
  const patterns =
    named.length > 0 ? named : args.filter((arg) => !arg.startsWith("-")).slice(0, 1);
  if (patterns.length === 0 || patterns.some(isUnknown)) return null;
  const fixed = program === "fgrep" || /F/.test(flags);
  const extended = program === "egrep" || /[EP]/.test(flags);
  const sources = patterns.map((pattern) => {
    if (fixed) return pattern.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
    return extended ? pattern : fromBasic(pattern);
  });
  return {
    pattern: sources.join("|"),
    keeps: !/v|invert/.test(flags.replace(/--\w*color\w*/g, "")),
  };
}

/** In a basic expression the bare signs are plain and the escaped ones are signs. */
const fromBasic = (pattern: string): string =>
  pattern.replace(/\\([|()+?{}])|([|()+?{}])/g, (_all, sign, plain) => sign ?? `\\${plain}`);
