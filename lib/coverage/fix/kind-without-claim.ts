import type { FixKind } from "./fix-kind.ts";
import { readTitle } from "./read-title.ts";

// A map, since a title may have a type such as `constructor`, which every object has.
const KIND_OF_TYPE: ReadonlyMap<string, FixKind> = new Map([
  ["feat", "feature"],
  ["feature", "feature"],
  ["refactor", "refactor"],
  ["style", "refactor"],
  ["docs", "docs_only"],
  ["doc", "docs_only"],
  ["test", "test_only"],
  ["tests", "test_only"],
  ["ci", "workflow_only"],
  ["build", "workflow_only"],
]);

/** What kind a pull request is that is no fix, by its title alone; `other` where the title does not tell. */
export function kindWithoutClaim(title: string): FixKind {
  const { type, subject } = readTitle(title);
  const kind = KIND_OF_TYPE.get(type ?? "");
  if (kind) return kind;
  if (/^(add|implement|introduce|support)s?\b/i.test(subject)) return "feature";
  return /^(refactor|rename|clean ?up|simplify)/i.test(subject) ? "refactor" : "other";
}
