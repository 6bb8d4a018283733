/** A command without the programs that only start another one, and the variables that they set for it. */
export type Unwrapped = {
  readonly words: readonly string[];
  readonly environment: ReadonlyMap<string, string>;
};

const TURNS_MAX = 12;
/** Programs that run the rest of their words, with their flags that take a value. */
const STARTERS: ReadonlyMap<string, readonly string[]> = new Map([
  ["sudo", ["-u", "-g"]],
  ["time", []],
  ["command", []],
  ["exec", []],
  ["nohup", []],
  ["nice", ["-n"]],
  ["stdbuf", []],
  ["setsid", []],
  ["unbuffer", []],
  ["xvfb-run", ["-s", "-n", "--server-args"]],
  ["dbus-run-session", []],
  ["npx", ["-p", "--package", "-w"]],
  ["bunx", []],
  ["pnpx", []],
  ["c8", ["-r", "--reporter"]],
  ["nyc", ["-r", "--reporter"]],
  ["dotenv", ["-e"]],
  ["dotenvx", ["-f"]],
  ["env-cmd", ["-f"]],
  ["cross-env", []],
  ["cross-env-shell", []],
  ["env", ["-u"]],
  ["timeout", ["-k", "-s"]],
  ["gtimeout", ["-k", "-s"]],
  ["retry", ["-t", "-d", "-n"]],
]);
/** Programs that do so after a word of their own. */
const TWO_WORDS: ReadonlyMap<string, readonly string[]> = new Map([
  [
    "uv run",
    ["--with", "--extra", "--group", "-p", "--python", "--package", "--env-file", "--directory"],
  ],
  ["poetry run", []],
  ["pipenv run", []],
  ["pdm run", []],
  ["hatch run", []],
  ["rye run", []],
  ["conda run", ["-n", "-p"]],
  ["micromamba run", ["-n", "-p"]],
  ["bundle exec", []],
  ["mise exec", []],
  ["doppler run", ["-p", "-c"]],
  ["dotenvx run", ["-f"]],
  ["coverage run", ["--source", "--rcfile", "--omit", "--include", "--data-file"]],
  ["corepack exec", []],
]);
const PYTHON = /^(python|pypy)[\d.]*$|^py$/;
const ASSIGNMENT = /^([A-Za-z_]\w*)=([^]*)$/;

export const baseName = (word: string): string => word.slice(word.lastIndexOf("/") + 1);

/** Takes off what only starts another command: `sudo`, `timeout 30`, `npx`, `poetry run`, `python -m`. */
export function unwrap(given: readonly string[]): Unwrapped {
  const environment = new Map<string, string>();
  let words = given;
  for (let turn = 0; turn < TURNS_MAX; turn += 1) {
    const next = unwrapOnce(words, environment);
    if (next === null || next.length === 0) break;
    words = next;
  }
  return { words, environment };
}

function unwrapOnce(words: readonly string[], environment: Map<string, string>) {
  const [first = "", second = ""] = words;
  const program = baseName(first);
  const assigned = ASSIGNMENT.exec(first);
  if (assigned) {
    environment.set(assigned[1] ?? "", assigned[2] ?? "");
    return words.slice(1);
  }
  if (PYTHON.test(program)) return pythonModule(words);
  if (program === "coverage" && second === "run") {
    const at = words.indexOf("-m");
    if (at > 0) return words.slice(at + 1);
  }
  if ((program === "node" || program === "bun") && /(^|\/)node_modules\/(\.bin\/)?/.test(second))
    return [second.replace(/^.*node_modules\/(\.bin\/)?([\w@.-]+).*$/, "$2"), ...words.slice(2)];
  if (program === "php" && /(^|\/)vendor\/bin\//.test(second)) return words.slice(1);
  const twice = TWO_WORDS.get(`${program} ${second}`);
  if (twice) return withoutFlags(words.slice(2), twice);
  const once = STARTERS.get(program);
  if (!once) return null;
  const rest = withoutFlags(words.slice(1), once);
  if (program.endsWith("timeout")) return rest.slice(1);
  const named = /^(npx|bunx|pnpx)$/.test(program);
  return named ? [withoutVersion(rest[0] ?? ""), ...rest.slice(1)] : rest;
}

function pythonModule(words: readonly string[]): readonly string[] | null {
  const at = words.findIndex((word, index) => index > 0 && !/^-[A-Za-ln-z]+$/.test(word));
  return words[at] === "-m" ? words.slice(at + 1) : null;
}

const withoutVersion = (word: string): string => word.replace(/(.)@[^/@]*$/, "$1");

function withoutFlags(words: readonly string[], valued: readonly string[]): readonly string[] {
  let at = 0;
  while (words[at]?.startsWith("-")) {
    const flag = words[at] ?? "";
    at += valued.includes(flag) ? 2 : 1;
    if (flag === "--") break;
  }
  return words.slice(at);
}
