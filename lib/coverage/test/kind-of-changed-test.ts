import type { TestKind, TestKindRule } from "../policy.ts";
import { type Conventions, kindByConvention } from "./conventions.ts";
import { harnessOf, shellDrives } from "./harness.ts";
import { kindOfTest } from "./kind-of-test.ts";
import { pathMatcher } from "./path-matcher.ts";

export type KindFound = {
  readonly kind: TestKind;
  readonly rule: string;
  readonly note: string;
  readonly line: number | null;
};

type Test = {
  readonly path: string;
  /** Null where it could not be read. */
  readonly patch: string | null;
  readonly kindRules: readonly TestKindRule[];
  readonly conventions: Conventions;
};

/** The kind of a changed test by the first that tells: what people decided, a browser or built product that it drives, its path, another harness, the layout of its repository; else unit. */
export function kindOfChangedTest({ path, patch, kindRules, conventions }: Test): KindFound {
  const decided = kindRules.find(({ paths }) => matches(paths, path));
  if (decided) {
    const note = decided.reason ?? "The policy says so of this path.";
    return { kind: decided.kind, rule: "kind-decided", note, line: null };
  }
  const harness = patch === null ? null : harnessOf(patch);
  if (harness?.kind === "e2e") return byHarness(harness);
  const byPath = kindOfTest(path);
  if (byPath !== "unit") {
    const note = "Where it lies and what it is called say so.";
    return { kind: byPath, rule: "kind-by-path", note, line: null };
  }
  if (harness) return byHarness(harness);
  const drives = patch === null ? null : shellDrives(path, patch);
  if (drives !== null) {
    const note = "It works on the running product from outside.";
    return { kind: "e2e", rule: "kind-by-harness", note, line: drives };
  }
  const learned = kindByConvention(path, conventions);
  if (learned) {
    const note = `The tests of ${learned.family} are of this kind.`;
    return { kind: learned.kind, rule: "kind-by-layout", note, line: null };
  }
  return { kind: "unit", rule: "kind-unit", note: "Nothing shows a stronger kind.", line: null };
}

const byHarness = ({ kind, what, line }: { kind: TestKind; what: string; line: number }) => ({
  kind,
  rule: "kind-by-harness",
  note: `It ${what}.`,
  line,
});

const matches = (globs: readonly string[], path: string): boolean =>
  globs.some((glob) => pathMatcher(glob)(path));
