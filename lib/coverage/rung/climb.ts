import type { Known } from "#/lib/facts/known.ts";
import type { Gate } from "../gate/gate.ts";
import type { ChangeId } from "../lineage/change-facts.ts";
import type { TestKind } from "../policy.ts";
import type { JudgedTest } from "../test/judge-tests.ts";
import type { Evidence, Standing } from "../verdict.ts";
import { climbRuns } from "./climb-runs.ts";
import { type GatedBy, gatedBy } from "./gated.ts";
import type { ObservedRuns } from "./observed-runs.ts";
import { testedEvidence, testedUnknown } from "./tested.ts";
import { whyNotGated } from "./why-not-gated.ts";

type Facts = {
  readonly tests: Known<readonly JudgedTest[]>;
  /** Every path that the pull request touched; empty where the tests are unknown. */
  readonly paths: readonly string[];
  readonly gates: Known<readonly Gate[]>;
  readonly rules: { readonly acceptedKinds: readonly TestKind[] };
  /** What took the fix back; null when it stands. */
  readonly revertedBy: ChangeId | null;
  /** What was seen of the runs of jobs; unknown where the source tells nothing of them. */
  readonly runs: Known<ObservedRuns>;
  /** The branch that it was merged to; null where that is not known. */
  readonly branch?: string | null;
  /** Why the steps of jobs could not be followed to what they call; null where they were. */
  readonly unfollowed?: string | null;
};

/** How far a merged fix climbs by its tests, the workflow files and what was seen of their runs; what could not be read is unknown above the rung reached, never missed; what was reverted is back where it was. */
export function climb(facts: Facts): Standing {
  const { tests, paths, gates, rules, revertedBy, runs, branch = null } = facts;
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
  const counting = (counts: boolean | null) =>
    gatedBy({
      tests: tests.value.filter((test) => test.counts === counts),
      paths,
      gates: gates.value,
      rules,
      branch,
    });
  const gated = counting(true);
  if (gated.by.length > 0) return aboveGated(evidence, gated.by, runs);
  const missing =
    gated.unclear ??
    (counting(null).by.length > 0 ? unclear : null) ??
    (isAccepted(tests.value, rules) ? (facts.unfollowed ?? null) : null);
  if (missing !== null)
    return standing({ rung: "tested", unknownAbove: { rung: "gated", missing }, evidence });
  const own = tests.value.filter(({ counts }) => counts === true);
  const missedBecause = whyNotGated({ tests: own, paths, gates: gates.value, rules, branch });
  return standing({ rung: "tested", missed: "gated", missedBecause, evidence });
}

/** Whether a test that counts, or may, is of a kind that the policy accepts: of another no job makes a gate. */
const isAccepted = (tests: readonly JudgedTest[], { acceptedKinds }: Facts["rules"]): boolean =>
  tests.some(({ counts, kind }) => counts !== false && acceptedKinds.includes(kind.kind));

function aboveGated(
  tested: readonly Evidence[],
  gated: readonly GatedBy[],
  runs: Known<ObservedRuns>,
): Standing {
  const evidence = [...tested, ...gated.map((each) => each.evidence)];
  if (!runs.known) {
    const unknownAbove = { rung: "executed", missing: runs.why } as const;
    return standing({ rung: "gated", unknownAbove, evidence });
  }
  const seen = climbRuns(gated, runs.value);
  return { ...seen, evidence: [...evidence, ...seen.evidence] };
}

function standing(reached: Pick<Standing, "rung"> & Partial<Standing>): Standing {
  return { missed: null, unknownAbove: null, evidence: [], ...reached };
}
