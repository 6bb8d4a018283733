import type { Known } from "#/lib/facts/known.ts";
import type { Gate } from "../gate/gate.ts";
import type { ChangeId } from "../lineage/change-facts.ts";
import type { TestKind } from "../policy.ts";
import type { JudgedTest } from "../test/judge-tests.ts";
import type { Standing } from "../verdict.ts";
import { gatedEvidence } from "./gated.ts";
import { testedEvidence, testedUnknown } from "./tested.ts";

type Facts = {
  readonly tests: Known<readonly JudgedTest[]>;
  /** Every path that the pull request touched; empty where the tests are unknown. */
  readonly paths: readonly string[];
  readonly gates: Known<readonly Gate[]>;
  readonly rules: { readonly acceptedKinds: readonly TestKind[] };
  /** What took the fix back; null when it stands. */
  readonly revertedBy: ChangeId | null;
};

const NOT_READ =
  "Whether the job ran and passed: the statuses and check runs of the merged commit are not read yet.";

/** How far a merged fix climbs by its tests and the workflow files; what could not be read is unknown above the rung reached, never missed; what was reverted is back where it was. */
export function climb({ tests, paths, gates, rules, revertedBy }: Facts): Standing {
  if (revertedBy !== null) return standing({ rung: "none", missed: "tested" });
  if (!tests.known)
    return standing({ rung: "none", unknownAbove: { rung: "tested", missing: tests.why } });

  const evidence = testedEvidence(tests.value);
  const unclear = testedUnknown(tests.value);
  if (evidence.length === 0) {
    return unclear === null
      ? standing({ rung: "none", missed: "tested" })
      : standing({ rung: "none", unknownAbove: { rung: "tested", missing: unclear } });
  }
  if (!gates.known) {
    const unknownAbove = { rung: "gated", missing: gates.why } as const;
    return standing({ rung: "tested", unknownAbove, evidence });
  }
  const gatedBy = (counts: boolean | null) => {
    const counting = tests.value.filter((test) => test.counts === counts);
    return gatedEvidence({ tests: counting, paths, gates: gates.value, rules });
  };
  const gated = gatedBy(true);
  if (gated.length > 0) {
    const unknownAbove = { rung: "executed", missing: NOT_READ } as const;
    return standing({ rung: "gated", unknownAbove, evidence: [...evidence, ...gated] });
  }
  return unclear !== null && gatedBy(null).length > 0
    ? standing({ rung: "tested", unknownAbove: { rung: "gated", missing: unclear }, evidence })
    : standing({ rung: "tested", missed: "gated", evidence });
}

function standing(reached: Pick<Standing, "rung"> & Partial<Standing>): Standing {
  return { missed: null, unknownAbove: null, evidence: [], ...reached };
}
