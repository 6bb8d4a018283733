import { iniSection } from "./ini-values.ts";
import { prefixOf } from "./pick.ts";
import { readArgs, valuesOf } from "./read-args.ts";
import type { Followed, Run } from "./run.ts";
import { plainScript, type Script } from "./script.ts";
import { isUnknown, UNKNOWN } from "./word-signs.ts";

/** The commands that tox runs in the environments that are named, or in all where none is; null for another command. */
export function followTox(run: Run): Followed | null {
  if (run.program !== "tox") return null;
  const path = `${prefixOf(run.directory)}tox.ini`;
  const text = run.reading.text(path);
  if (!text?.known) {
    const why = text === null ? "its settings are not in a tox.ini" : `${path}: ${text.why}`;
    return { unresolved: [`runs \`tox\`, and ${why}, so its tests cannot be told`] };
  }
  const named = valuesOf(readArgs(run.args, ["e", "c", "f", "p", "x"]), "e");
  const environments = named.flatMap((value) => value.split(","));
  const cut = run.args.indexOf("--");
  const handed = cut < 0 ? "" : run.args.slice(cut + 1).join(" ");
  const sections = environments.length === 0 ? ["testenv"] : environments.map(sectionOf);
  const commands = sections.flatMap((section) => commandsOf(text.value, section));
  return {
    scripts: [...new Set(commands)].map((command): Script => {
      const mask = command.startsWith("-") ? "tox goes on after it fails" : null;
      const script = plainScript(run, filled(command, handed));
      return { ...script, place: { path, line: lineIn(text.value, command) }, mask };
    }),
  };
}

/** An environment whose name is made by a run is taken for the usual one. */
const sectionOf = (name: string): string =>
  isUnknown(name) || name === "" ? "testenv" : `testenv:${name}`;

function commandsOf(text: string, section: string): readonly string[] {
  const own = iniSection(text, section)?.get("commands");
  const commands = own ?? iniSection(text, "testenv")?.get("commands") ?? "";
  return commands.split("\n").filter((command) => command.trim() !== "");
}

function filled(command: string, handed: string): string {
  return command
    .replace(/^[-!]\s*/, "")
    .replace(/^[\w{},.-]*:\s+/, "")
    .replace(/\{posargs:?([^{}]*)\}/g, (_all, usual: string) => (handed === "" ? usual : handed))
    .replace(/\{(toxinidir|tox_root)\}/g, ".")
    .replace(/\{[^{}]*\}/g, UNKNOWN);
}

function lineIn(text: string, command: string): number {
  const at = text.indexOf(command);
  return at < 0 ? 1 : text.slice(0, at).split("\n").length;
}
