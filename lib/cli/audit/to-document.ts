import type { Gate } from "#/lib/coverage/gate/gate.ts";
import type { FixJudgement } from "#/lib/coverage/judge-fix.ts";
import { HAS_TEST, type Measure } from "#/lib/coverage/measure.ts";
import { permille } from "#/lib/coverage/permille.ts";
import { tallyOf } from "#/lib/coverage/tally.ts";
import { verdictAt } from "#/lib/coverage/verdict-at.ts";
import type { AuditDocument, AuditItem } from "#/lib/report/audit-document.ts";
import { testsOfClone } from "../gates/tests-of-clone.ts";
import { clustered } from "./cluster-gaps.ts";
import { copiesOf } from "./copies-of.ts";
import type { JudgedClone } from "./judge-clone.ts";
import type { LoadedPolicy } from "./load-policy.ts";
import { toItem } from "./to-item.ts";

export type AuditFacts = JudgedClone & {
  readonly repository: string;
  readonly head: string;
  readonly asOf: Date;
  readonly window: {
    readonly since: Date | null;
    readonly until: Date | null;
    readonly limit: number | null;
  };
  readonly policy: LoadedPolicy;
};

const MEASURES_OF_A_CLONE: readonly Measure[] = [HAS_TEST, "tested", "gated"];

/** Counts what was judged of a clone; pure. */
export function toDocument(facts: AuditFacts): AuditDocument {
  const { rules } = facts.policy;
  const judgements = facts.judged.map(({ judgement }) => judgement);
  const copies = copiesOf(
    facts.judged.map(({ pullRequest: { number }, judgement: { lineage } }) => ({
      number,
      copyOf: lineage.copyOf,
    })),
  );
  const items = facts.judged.map((each) =>
    toItem({ ...each, rules, copies: copies.get(each.pullRequest.number) ?? [] }),
  );
  return {
    schema: "gateline.audit/1",
    repository: facts.repository,
    head: facts.head,
    asOf: facts.asOf.toISOString(),
    window: {
      since: facts.window.since?.toISOString() ?? null,
      until: facts.window.until?.toISOString() ?? null,
      limit: facts.window.limit,
    },
    policy: facts.policy.label,
    population: populationOf(items),
    withoutPullRequest: facts.direct.map(({ committedAt, why, ...commit }) => ({
      ...commit,
      committedAt: committedAt.toISOString(),
      why: [...why],
    })),
    measures: MEASURES_OF_A_CLONE.map((measure) => measured(measure, judgements)),
    rungs: rungsOf(items),
    ...clustered(facts, items),
    gates: facts.gates.known ? facts.gates.value.map(toGate) : [],
    ...orphansOf(facts),
  };
}

/** Where the gates are not known, neither is what they leave out. */
function orphansOf({
  gates,
  findings,
  paths,
}: AuditFacts): Pick<AuditDocument, "testFiles" | "unlisted" | "orphans"> {
  const { testFiles, unlisted, orphans } = gates.known
    ? testsOfClone(gates.value, paths, findings)
    : testsOfClone([], gates);
  return { testFiles, unlisted, orphans };
}

function populationOf(items: readonly AuditItem[]): AuditDocument["population"] {
  const count = (isFix: boolean | null) => items.filter((item) => item.isFix === isFix).length;
  return { merged: items.length, fixes: count(true), excluded: count(false), unknown: count(null) };
}

function measured(
  measure: Measure,
  judgements: readonly FixJudgement[],
): AuditDocument["measures"][number] {
  const population = judgements.filter((judgement) =>
    measure === HAS_TEST ? judgement.inAuditPopulation : judgement.classification.isFix !== false,
  );
  const { covered, gap, unknown } = tallyOf(
    population.map((judgement) => verdictAt(measure, { ...judgement, waived: false })),
  );
  const thousandths = permille(covered, covered + gap);
  return {
    measure,
    covered,
    of: covered + gap,
    percent: thousandths === null ? null : thousandths / 10,
    unknown,
  };
}

function rungsOf(items: readonly AuditItem[]): AuditDocument["rungs"] {
  const rungs = { none: 0, tested: 0, gated: 0 };
  for (const item of items) if (item.isFix === true) rungs[item.rung] += 1;
  return rungs;
}

function toGate(gate: Gate): AuditDocument["gates"][number] {
  return {
    workflow: gate.workflow,
    job: gate.job,
    kind: gate.kind,
    triggers: [...gate.triggers],
    paths: [...gate.paths],
    masked: gate.masked,
    maskReason: gate.maskReason,
    testPaths: [...gate.testPaths],
    runsOnPullRequest: gate.runsOnPullRequest,
    findings: gate.findings.map(({ kind, line, message }) => ({ kind, line, message })),
  };
}
