import type { ChangedFile } from "#/lib/facts/changed-file.ts";
import type { Target } from "./repair-target.ts";
import { type PathSort, sortPath } from "./sort-path.ts";

type Only = Target & { readonly rule: string };

const GROUPS: readonly (Only & { readonly within: readonly PathSort[] })[] = [
  {
    rule: "docs-only",
    kind: "docs_only",
    note: "it touches only documents",
    within: ["docs"],
  },
  {
    rule: "test-only",
    kind: "test_only",
    note: "it touches only tests",
    within: ["test", "docs"],
  },
  {
    rule: "workflow-only",
    kind: "workflow_only",
    note: "it touches only CI code",
    within: ["ci", "test", "docs"],
  },
  {
    rule: "config-only",
    kind: "workflow_only",
    note: "it touches only the repository's own configuration",
    within: ["config", "ci", "test", "docs"],
  },
  {
    rule: "example-only",
    kind: "other",
    note: "it touches only examples",
    within: ["example", "config", "ci", "test", "docs"],
  },
];

/** What a change is whose files all lie outside the product: tests, documents, CI code, configuration, examples or locked versions; null for a mixed one and for an empty one. */
export function onlyTouches(files: readonly ChangedFile[]): Only | null {
  const sorts = [...new Set(files.map(({ path }) => sortPath(path)))];
  if (sorts.length === 0) return null;
  const all = (allowed: readonly PathSort[]) => sorts.every((sort) => allowed.includes(sort));
  if (sorts.includes("lock") && all(["lock", "manifest", "config"])) {
    const note = "it touches only locked versions";
    return { rule: "lock-only", kind: "dependency", note };
  }
  return GROUPS.find(({ within }) => all(within)) ?? null;
}
