import type { ChangedFile } from "#/lib/facts/changed-file.ts";
import type { Known } from "#/lib/facts/known.ts";
import { classifyFix } from "./fix/classify-fix.ts";
import type { ClosedDefect } from "./fix/closed-defects.ts";
import { isProductCode } from "./fix/sort-path.ts";
import { isTestFile, mayHoldTests } from "./test/is-test-file.ts";

type PullRequest = {
  readonly title: string;
  readonly labels: readonly string[];
  readonly headRef: string | null;
  readonly closes?: ClosedDefect | null;
  readonly files: Known<readonly ChangedFile[]>;
  /** Whether it is looked at as a fix whatever the rules say: a person decided so, or it says itself that it covers something. */
  readonly asFix?: boolean;
};

const TESTS_MAX = 40;
const PRODUCT_BESIDE_TESTS_MAX = 12;
/** Few enough to be worth looking whether every edit is a comment. */
const PRODUCT_ALONE_MAX = 3;

/** The paths of a merged pull request whose patches can change its verdict: the tests of what may be a fix, and the product code that they would have to reach; none where the files are unknown or it is certainly no fix. */
export function wantedPatches(pullRequest: PullRequest): readonly string[] {
  const { files } = pullRequest;
  if (!files.known) return [];
  const rules = { ciCountsAsProduct: true };
  const mayBeFix = pullRequest.asFix || classifyFix({ ...pullRequest, rules }).isFix !== false;
  if (!mayBeFix) return [];
  const edited = files.value.filter(({ status }) => status !== "removed");
  const tests = edited
    .filter(({ path }) => isTestFile(path) || mayHoldTests(path))
    .slice(0, TESTS_MAX);
  const product = edited.filter(({ path }) => isProductCode(path) && !mayHoldTests(path));
  if (tests.length > 0) {
    return pathsOf([...tests, ...product.slice(0, PRODUCT_BESIDE_TESTS_MAX)]);
  }
  return product.length <= PRODUCT_ALONE_MAX ? pathsOf(product) : [];
}

const pathsOf = (files: readonly ChangedFile[]): readonly string[] => files.map(({ path }) => path);
