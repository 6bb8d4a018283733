import type { ChangedFile } from "#/lib/facts/changed-file.ts";
import { type Known, known } from "#/lib/facts/known.ts";
import { hasTest, isAuditFix } from "./audit-rule.ts";
import { type Classification, classifyFix } from "./fix/classify-fix.ts";
import type { ClosedDefect } from "./fix/closed-defects.ts";
import { type FixOverride, settle } from "./fix/settle.ts";
import type { Gate } from "./gate/gate.ts";
import type { Lineage } from "./lineage/trace-lineage.ts";
import type { PolicyRules } from "./policy.ts";
import { climb } from "./rung/climb.ts";
import type { ObservedRuns } from "./rung/observed-runs.ts";
import { stepsOfRungs } from "./rung/steps-of-rungs.ts";
import type { Step } from "./step.ts";
import type { Conventions } from "./test/conventions.ts";
import { type JudgedTest, judgeTests } from "./test/judge-tests.ts";
import { stepsOfTests } from "./test/steps-of-tests.ts";
import { type StrongestTest, strongestTest } from "./test/strongest-test.ts";
import type { Standing } from "./verdict.ts";

export type FixFacts = {
  readonly title: string;
  readonly labels: readonly string[];
  /** The branch that it came from; null when that is not known. */
  readonly headRef: string | null;
  /** The issue that it says it closes and that is labelled as a defect; absent where there is none or nobody can tell, as of a clone. */
  readonly closes?: ClosedDefect | null;
  readonly files: Known<readonly ChangedFile[]>;
  readonly gates: Known<readonly Gate[]>;
  /** What was seen of the runs of jobs around its merge; unknown where the source tells nothing of them. */
  readonly runs: Known<ObservedRuns>;
  /** The branch that it was merged to; absent where that is not known, as of a clone. */
  readonly baseRef?: string | null;
  /** Why the steps of jobs could not be followed to what they call; absent where they were. */
  readonly unfollowed?: string | null;
  readonly rules: PolicyRules;
  readonly conventions: Conventions;
  readonly lineage: Lineage;
  /** What a person decided about it; null when nobody did. */
  readonly override: FixOverride | null;
};

export type FixJudgement = {
  readonly classification: Classification;
  readonly standing: Standing;
  /** The founding audit's rule over the changed paths. */
  readonly hasTest: Known<boolean>;
  /** Whether it belongs to the population of `has_test@1`, whatever its classification. */
  readonly inAuditPopulation: boolean;
  readonly tests: readonly JudgedTest[];
  readonly test: StrongestTest;
  readonly lineage: Lineage;
  /** Every rule that fired, in the order in which they did. */
  readonly steps: readonly Step[];
};

/** Everything that is concluded of one merged pull request from its own facts, and why; the standing is that of its evidence even where it is no fix. */
export function judgeFix(facts: FixFacts): FixJudgement {
  const { title, files, gates, rules, conventions, lineage } = facts;
  const classification = settle(classifyFix(facts), facts.override, lineage);
  const tests = files.known
    ? known(judgeTests({ title, files: files.value, kindRules: rules.testKinds, conventions }))
    : files;
  const paths = files.known ? files.value.map(({ path }) => path) : [];
  const { revertedBy } = lineage;
  const standing = climb({
    tests,
    paths,
    gates,
    rules,
    revertedBy,
    runs: facts.runs,
    branch: facts.baseRef ?? null,
    unfollowed: facts.unfollowed ?? null,
  });
  return {
    classification,
    standing,
    hasTest: files.known ? known(hasTest(paths)) : files,
    inAuditPopulation: isAuditFix(title),
    tests: tests.known ? tests.value : [],
    test: strongestTest(tests),
    lineage,
    steps: [
      ...classification.steps,
      ...(tests.known ? stepsOfTests(tests.value) : []),
      ...stepsOfRungs(standing, lineage.revertedBy),
    ],
  };
}
