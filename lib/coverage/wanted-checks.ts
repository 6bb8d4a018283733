import type { ChangedFile } from "#/lib/facts/changed-file.ts";
import type { Known } from "#/lib/facts/known.ts";
import { classifyFix } from "./fix/classify-fix.ts";
import type { ClosedDefect } from "./fix/closed-defects.ts";
import type { Gate } from "./gate/gate.ts";
import { selectsFile } from "./gate/selects.ts";
import { isTestFile, mayHoldTests } from "./test/is-test-file.ts";

type PullRequest = {
  readonly title: string;
  readonly labels: readonly string[];
  readonly headRef: string | null;
  readonly closes?: ClosedDefect | null;
  readonly files: Known<readonly ChangedFile[]>;
  /** Whether it is looked at as a fix whatever the rules say: a person decided so, or it says itself that it covers something. */
  readonly asFix: boolean;
};

/** Whether the checks of a merged pull request can change its verdict: it may be a fix, and a gate that runs on pull requests selects a test that it brought; false where the files are unknown. */
export function wantsChecks(pullRequest: PullRequest, gates: readonly Gate[]): boolean {
  const { files } = pullRequest;
  if (!files.known) return false;
  const tests = files.value.filter(
    ({ path, status }) => status !== "removed" && (isTestFile(path) || mayHoldTests(path)),
  );
  const isSelected = tests.some(({ path }) =>
    gates.some((gate) => gate.runsOnPullRequest && selectsFile(gate, path)),
  );
  if (!isSelected) return false;
  const rules = { ciCountsAsProduct: true };
  return pullRequest.asFix || classifyFix({ ...pullRequest, rules }).isFix !== false;
}
