import type { Finding } from "#/lib/coverage/gate/finding.ts";
import type { Gate } from "#/lib/coverage/gate/gate.ts";
import { orphanTests } from "#/lib/coverage/gate/orphan-tests.ts";
import { isTestFile } from "#/lib/coverage/test/is-test-file.ts";
import { kindOfTest } from "#/lib/coverage/test/kind-of-test.ts";
import type { Known } from "#/lib/facts/known.ts";
import type { GatesDocument } from "#/lib/report/gates-document.ts";

type TestsOfClone = Pick<
  GatesDocument,
  "testFiles" | "unlisted" | "orphans" | "offPullRequests" | "unclear"
>;

/** The test files among all files at a commit, by kind, and those that no pull request is known to run; null, with the reason, where the files are not known. Pure. */
export function testsOfClone(
  gates: readonly Gate[],
  paths: Known<readonly string[]>,
  findings: readonly Finding[] = [],
): TestsOfClone {
  if (!paths.known)
    return {
      testFiles: null,
      unlisted: paths.why,
      orphans: null,
      offPullRequests: null,
      unclear: null,
    };
  const tests = paths.value.filter(isTestFile);
  const loose = orphanTests(gates, tests, findings);
  const listed = (list: keyof typeof loose) =>
    loose[list].map(({ path, why, lintedBy }) => ({ path, why, lintedBy: [...lintedBy] }));
  return {
    testFiles: byKind(tests),
    unlisted: null,
    orphans: listed("orphans"),
    offPullRequests: listed("offPullRequests"),
    unclear: listed("unclear"),
  };
}

function byKind(tests: readonly string[]): NonNullable<GatesDocument["testFiles"]> {
  const counts = { unit: 0, integration: 0, e2e: 0 };
  for (const path of tests) counts[kindOfTest(path)] += 1;
  return counts;
}
