import type { ChangedFile } from "#/lib/facts/changed-file.ts";
import { type Hunk, readPatch } from "../patch/read-patch.ts";
import type { TestKindRule } from "../policy.ts";
import { changedProduct } from "../reach/changed-product.ts";
import { judgeReach, type Reach } from "../reach/judge-reach.ts";
import type { Conventions } from "./conventions.ts";
import { isTestFile, mayHoldTests } from "./is-test-file.ts";
import { type KindFound, kindOfChangedTest } from "./kind-of-changed-test.ts";
import { readTestChange, type TestChange } from "./read-test-change.ts";

export type JudgedTest = {
  readonly path: string;
  readonly kind: KindFound;
  readonly change: TestChange;
  /** Null where the change adds no test. */
  readonly reach: Reach | null;
  /** Whether it is evidence for the rung `tested`; null when that cannot be told. */
  readonly counts: boolean | null;
};

type Change = {
  readonly title: string;
  readonly files: readonly ChangedFile[];
  readonly kindRules: readonly TestKindRule[];
  readonly conventions: Conventions;
};

const ELSEWHERE: Reach = {
  exercises: "unclear",
  rule: "runs-elsewhere",
  note: "What it runs stands in another file, which was not read.",
  line: null,
};

/** Everything that is concluded of each test file of a change, in the order of its paths: what the edit does, its kind, whether it reaches what the change touches, whether it counts. */
export function judgeTests({
  title,
  files,
  kindRules,
  conventions,
}: Change): readonly JudgedTest[] {
  const tests = files.flatMap((file) => testOf(file) ?? []);
  if (tests.length === 0) return [];
  const product = changedProduct(files, title);
  return tests
    .toSorted((one, other) => (one.file.path < other.file.path ? -1 : 1))
    .map(({ file, change }): JudgedTest => {
      const patch = file.patch?.known ? file.patch.value : null;
      const kind = kindOfChangedTest({ path: file.path, patch, kindRules, conventions });
      if (change.adds === false) {
        return { path: file.path, kind, change, reach: null, counts: false };
      }
      const hunks = patch === null ? null : readPatch(patch);
      const test = { path: file.path, kind: kind.kind, hunks, added: addedPart(change, hunks) };
      const reach = change.rule === "suite-reused" ? ELSEWHERE : judgeReach(test, product);
      const counts = reach.exercises === "no" ? false : change.adds;
      return { path: file.path, kind, change, reach, counts };
    });
}

/** A test by its name, or a file that its patch shows to hold a new one; null for any other. */
function testOf(file: ChangedFile): { file: ChangedFile; change: TestChange } | null {
  if (isTestFile(file.path)) return { file, change: readTestChange(file) };
  if (!file.patch?.known || !mayHoldTests(file.path)) return null;
  const change = readTestChange(file);
  return change.adds === true ? { file, change } : null;
}

const addedPart = (change: TestChange, hunks: readonly Hunk[] | null): readonly Hunk[] =>
  change.hunks.length > 0 ? change.hunks : (hunks ?? []);
