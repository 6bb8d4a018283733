import { recordOf } from "../read-triggers.ts";
import { prefixOf } from "./pick.ts";
import type { Followed, Run } from "./run.ts";
import { plainScript, quotedWords, type Script } from "./script.ts";

const DEPTH_MAX = 6;
const TESTS = /(^|[^a-z])(tests?|e2e|unit|phpunit|pest)([^a-z]|$)/i;

/** What composer runs: a program of the packages, or a script of `composer.json`; null for another command. */
export function followComposer(run: Run): Followed | null {
  if (run.program !== "composer") return null;
  const [verb = "", ...rest] = run.args.filter(
    (arg) => !/^(-[vnq]+|--(no-interaction|quiet|ansi|no-ansi|timeout.*))$/.test(arg),
  );
  const words = rest.filter((word) => word !== "--");
  if (verb === "exec") return { scripts: [plainScript(run, quotedWords(words))] };
  const isRun = /^(run|run-script)$/.test(verb);
  const [name = "", ...args] = isRun ? words : [verb, ...words];
  const path = `${prefixOf(run.directory)}composer.json`;
  const text = run.reading.text(path);
  if (text === null || !text.known) {
    const why = text === null ? "there is no composer.json" : `${path}: ${text.why}`;
    return { unresolved: TESTS.test(name) ? [`runs \`composer ${name}\`, and ${why}`] : [] };
  }
  const commands = commandsOf(scriptsIn(text.value), name, 0);
  const scripts = commands.map((command, at): Script => {
    const given = at === commands.length - 1 ? ` ${quotedWords(args)}` : "";
    const line = text.value.split(JSON.stringify(name))[0]?.split("\n").length ?? 1;
    return { ...plainScript(run, `${command}${given}`), place: { path, line } };
  });
  return { scripts };
}

function scriptsIn(text: string): Readonly<Record<string, unknown>> {
  try {
    return recordOf(recordOf(JSON.parse(text) as unknown)["scripts"]);
  } catch {
    return {};
  }
}

/** The commands of a script, those of scripts that it names by `@` put in. */
function commandsOf(
  scripts: Readonly<Record<string, unknown>>,
  name: string,
  depth: number,
): readonly string[] {
  const own = scripts[name];
  const parts: readonly unknown[] = Array.isArray(own) ? own : [own];
  return parts.flatMap((part): readonly string[] => {
    if (typeof part !== "string") return [];
    const called = /^@([\w:-]+)/.exec(part)?.[1];
    if (called === undefined) return [part];
    if (/^(php|composer|putenv)$/.test(called)) return called === "putenv" ? [] : [part.slice(1)];
    return depth > DEPTH_MAX ? [] : commandsOf(scripts, called, depth + 1);
  });
}
