import type { ChangedFile } from "#/lib/facts/changed-file.ts";
import { type Known, known } from "#/lib/facts/known.ts";
import { hasTest, isAuditFix } from "./audit-rule.ts";
import { type Classification, classifyFix } from "./fix/classify-fix.ts";
import type { Gate } from "./gate/gate.ts";
import type { PolicyRules } from "./policy.ts";
import { climb } from "./rung/climb.ts";
import type { Standing } from "./verdict.ts";

export type FixFacts = {
  readonly title: string;
  readonly labels: readonly string[];
  readonly files: Known<readonly ChangedFile[]>;
  readonly gates: Known<readonly Gate[]>;
  readonly rules: PolicyRules;
};

export type FixJudgement = {
  readonly classification: Classification;
  readonly standing: Standing;
  /** The founding audit's rule over the changed paths. */
  readonly hasTest: Known<boolean>;
  /** Whether it belongs to the population of `has_test@1`, whatever its classification. */
  readonly inAuditPopulation: boolean;
};

/** Everything that is concluded of one merged pull request from its own facts; the standing is that of its evidence even where it is no fix. */
export function judgeFix({ title, labels, files, gates, rules }: FixFacts): FixJudgement {
  return {
    classification: classifyFix({ title, labels, files, rules }),
    standing: climb({ files, gates, rules }),
    hasTest: files.known ? known(hasTest(files.value.map(({ path }) => path))) : files,
    inAuditPopulation: isAuditFix(title),
  };
}
