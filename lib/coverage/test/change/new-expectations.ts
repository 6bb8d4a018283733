import type { Construct } from "./read-constructs.ts";
import { is } from "./read-line.ts";

const NAME = /\b(?:want|expect)\w*/g;

/** The rows that were given a value more to expect, under a name that no line had before and that an added assertion compares; none where as many such names went as came, since those were only renamed. */
export function newExpectations(constructs: readonly Construct[]): readonly Construct[] {
  const added = constructs.filter(({ line }) => line.kind === "added");
  const given = new Map<string, Construct[]>();
  for (const construct of added) {
    for (const name of namesIn(construct)) {
      if (givesValue(construct, name)) push(given, name, construct);
    }
  }
  if (given.size === 0) return [];
  const before = namesOf(constructs.filter(({ line }) => line.kind !== "added"));
  const now = namesOf(constructs.filter(({ line }) => line.kind !== "removed"));
  const compared = namesOf(added.filter(({ read }) => is(read, "assertion")));
  const fresh = [...given].filter(([name]) => !before.has(name) && compared.has(name));
  return fresh.length > before.difference(now).size ? fresh.flatMap(([, rows]) => rows) : [];
}

function namesOf(constructs: readonly Construct[]): ReadonlySet<string> {
  return new Set(constructs.flatMap(namesIn));
}

function namesIn({ read }: Construct): readonly string[] {
  return read.text.match(NAME) ?? [];
}

function givesValue({ read }: Construct, name: string): boolean {
  const after = read.text.slice(read.text.indexOf(name) + name.length).trimStart();
  return after.startsWith(":") && !is(read, "assertion");
}

function push(rows: Map<string, Construct[]>, name: string, construct: Construct): void {
  const known = rows.get(name);
  if (known) known.push(construct);
  else rows.set(name, [construct]);
}
