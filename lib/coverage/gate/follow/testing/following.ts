import { type Known, known } from "#/lib/facts/known.ts";
import type { SourceFiles } from "#/lib/facts/source-file.ts";
import type { Gate } from "../../gate.ts";
import { type ReadGates, readGates } from "../../read-gates.ts";
import { selectionOf } from "../../selects.ts";

export type Files = Readonly<Record<string, string>>;

const WORKFLOW = ".github/workflows/ci.yml";

/** A job with these steps, each a script or lines of YAML. */
export function job(steps: readonly string[], more = ""): string {
  const written = steps.map((step) =>
    /^(run|uses|name):/.test(step)
      ? `      - ${step.split("\n").join("\n        ")}`
      : `      - run: |\n${step
          .split("\n")
          .map((line) => `          ${line}`)
          .join("\n")}`,
  );
  return `on: pull_request\njobs:\n  a:\n${more}    steps:\n${written.join("\n")}\n`;
}

/** Reads gates as a caller does: gives what is wanted until nothing is, and counts how often it asked. */
export function readWith(files: Files, workflow: string): ReadGates & { readonly asked: number } {
  const texts = new Map<string, Known<string>>();
  const sources: SourceFiles = {
    paths: Object.keys(files),
    text: (path) => texts.get(path) ?? null,
  };
  const workflows = [{ path: WORKFLOW, text: workflow }];
  for (let asked = 1; ; asked += 1) {
    const read = readGates(workflows, sources);
    if (read.wanted.length === 0) return { ...read, asked };
    for (const path of read.wanted) texts.set(path, known(files[path] ?? ""));
  }
}

/** The first gate of a workflow followed through these files. */
export function gateOf(files: Files, workflow: string): Gate {
  const [gate] = readWith(files, workflow).gates;
  if (!gate) throw new Error("no gate was read");
  return gate;
}

/** The files that a step certainly runs; those that it may run have a question mark behind them. */
export function selected(files: Files, step: string, more = ""): readonly string[] {
  const gate = gateOf(files, job([step], more));
  return Object.keys(files).flatMap((path) => {
    const answer = selectionOf(gate, path);
    if (answer === "no") return [];
    return [answer === "yes" ? path : `${path}?`];
  });
}

/** Files without text. */
export const empty = (...paths: readonly string[]): Files =>
  Object.fromEntries(paths.map((path) => [path, ""]));
