import type { Script, Simple, Word } from "../../shell/script.ts";
import { simplesOf } from "../../shell/simples-of.ts";
import { literal } from "../shell/expand.ts";
import { variableOf } from "./skip-guards.ts";

const DECLARES = /^(export|local|declare|readonly|typeset)$/;
const FILLS = /^(read|mapfile|readarray|getopts)$/;
const TURNS_MAX = 5;

/** The variable of the environment that a variable of a script holds, by its own name or handed on as `KEY="${TOKEN:-}"`; null for one that the script fills itself. */
export function originsIn(
  script: Script,
  loops: ReadonlySet<string>,
): (name: string) => string | null {
  const filled = new Map<string, (string | null)[]>();
  const add = (name: string, from: string | null) =>
    filled.set(name, [...(filled.get(name) ?? []).slice(0, TURNS_MAX), from]);
  for (const name of loops) add(name, null);
  for (const simple of simplesOf(script)) {
    for (const { name, values } of simple.assignments)
      add(name, "parts" in values ? variableOf(values) : null);
    for (const [name, from] of declaredBy(simple)) add(name, from);
  }
  return (name) => {
    let here = name;
    for (let turn = 0; turn < TURNS_MAX; turn += 1) {
      const sources: readonly (string | null)[] = filled.get(here) ?? [];
      const others = [...new Set(sources.filter((each) => each !== here))];
      const [source] = others;
      if (source === undefined) return here;
      if (source === null || others.length > 1) return null;
      here = source;
    }
    return null;
  };
}

function declaredBy({ words }: Simple): readonly (readonly [string, string | null])[] {
  const command = literal(words[0]) ?? "";
  if (FILLS.test(command))
    return words.slice(1).flatMap((word) => {
      const name = literal(word);
      return name === null ? [] : [[name, null] as const];
    });
  if (!DECLARES.test(command)) return [];
  return words.slice(1).flatMap((word) => {
    const [head, ...parts] = word.parts;
    const cut = head?.kind === "text" ? /^([A-Za-z_]\w*)=/.exec(head.text) : null;
    if (head?.kind !== "text" || !cut?.[1]) return [];
    const value = { ...head, text: head.text.slice(cut[0].length) };
    const rest: Word = { parts: [value, ...parts], raw: word.raw.slice(cut[0].length) };
    return [[cut[1], variableOf(rest)] as const];
  });
}
