import { parse } from "yaml";
import { recordOf } from "../read-triggers.ts";
import type { Recipe } from "./just-recipes.ts";

/** The tasks of a Taskfile by name; none where it cannot be read. */
export function taskRecipes(text: string): ReadonlyMap<string, Recipe> {
  const recipes = new Map<string, Recipe>();
  for (const [name, task] of Object.entries(recordOf(parsed(text)["tasks"]))) {
    const own = Array.isArray(task) || typeof task === "string" ? { cmds: task } : recordOf(task);
    const steps = listed(own["cmds"] ?? own["cmd"]);
    const folder = typeof own["dir"] === "string" ? own["dir"] : null;
    const line = text.split(`\n  ${name}:`)[0]?.split("\n").length ?? 0;
    const lines = steps.flatMap((step) =>
      commandOf(step, folder).map((command) => ({ text: command, line: line + 1 })),
    );
    const needs = [...listed(own["deps"]).flatMap(nameOf), ...steps.flatMap(calledBy)];
    recipes.set(name, { lines, params: [], needs });
  }
  return recipes;
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    return recordOf(parse(text, { maxAliasCount: 50 }));
  } catch {
    return {};
  }
}

const listed = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

const nameOf = (need: unknown): readonly string[] =>
  typeof need === "string" ? [need] : calledBy(need);

function calledBy(step: unknown): readonly string[] {
  const name = recordOf(step)["task"];
  return typeof name === "string" ? [name] : [];
}

function commandOf(step: unknown, folder: string | null): readonly string[] {
  const { cmd, ignore_error: ignored } = recordOf(step);
  const own = typeof step === "string" ? step : cmd;
  if (typeof own !== "string") return [];
  const text = folder === null ? own : `cd ${folder}\n${own}`;
  return [ignored === true ? `-${text}` : text];
}
