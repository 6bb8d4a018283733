import type { AuditDocument, AuditItem } from "../audit-document.ts";

const item = (number: number, more: Partial<AuditItem>): AuditItem => ({
  number,
  sha: "a".repeat(40),
  title: `fix(core): number ${number}`,
  author: "kimi",
  mergedAt: "2026-06-01T10:00:00.000Z",
  kind: "fix",
  isFix: true,
  why: ["title-type: the title's type is fix"],
  hasTest: false,
  testKind: "none",
  exercisesFix: "no",
  rung: "none",
  unknownAbove: null,
  verdict: "gap",
  evidence: [],
  cluster: null,
  ...more,
});

const PATH = "tests/e2e/test_x.sh";
const GATE = ".github/workflows/e2e.yml:e2e";

/** A small audit with one of everything, hostile titles included, for tests of what renders it. */
export const SAMPLE_AUDIT: AuditDocument = {
  schema: "gateline.audit/1",
  repository: "owner/name",
  head: "b".repeat(40),
  asOf: "2026-06-12T00:00:00.000Z",
  window: { since: "2026-05-01T00:00:00.000Z", until: null, limit: 100 },
  policy: "gated@1",
  population: { merged: 5, fixes: 3, excluded: 1, unknown: 1 },
  measures: [
    { measure: "has_test@1", covered: 1, of: 3, percent: 33.3, unknown: 0 },
    { measure: "tested", covered: 1, of: 3, percent: 33.3, unknown: 1 },
    { measure: "gated", covered: 0, of: 0, percent: null, unknown: 4 },
  ],
  withoutPullRequest: [
    {
      sha: "c".repeat(40),
      title: "fix: straight to the branch",
      author: "kimi",
      committedAt: "2026-06-02T10:00:00.000Z",
      why: ["title-type: the title's type is fix"],
    },
  ],
  rungs: { none: 2, tested: 0, gated: 1 },
  items: [
    item(5, {
      hasTest: true,
      testKind: "e2e",
      exercisesFix: "unclear",
      rung: "gated",
      unknownAbove: "executed",
      verdict: "covered",
      evidence: [{ rule: "gate-names-test", path: PATH, gate: GATE, note: "It runs it." }],
    }),
    item(4, { copies: [2], revertedBy: 3, title: "=cmd|' /C calc'!A0", cluster: "deploy" }),
    item(3, { title: "fix(x): a | b <img src=x> @everyone closes #1 \u001b[31mred\nnext" }),
    item(2, { isFix: false, copyOf: 4, verdict: null }),
    item(1, {
      isFix: null,
      hasTest: null,
      unknownAbove: "tested",
      verdict: "unknown",
      exercisesFix: "unclear",
    }),
  ],
  gates: [
    {
      workflow: ".github/workflows/e2e.yml",
      job: "e2e",
      kind: "e2e",
      triggers: ["pull_request"],
      paths: [],
      masked: true,
      maskReason: "its failure is swallowed by || true (line 9)",
      testPaths: [PATH],
      runsOnPullRequest: true,
      findings: [{ kind: "masked", line: 9, message: "its failure is swallowed by || true" }],
    },
  ],
  testFiles: { unit: 3, integration: 0, e2e: 7 },
  unlisted: null,
  orphans: [
    { path: "src/a.test.ts", why: "No job names it or a folder that holds it.", lintedBy: [] },
    ...["a", "b", "c", "d", "|x\n#1"].map((name) => ({
      path: `tests/e2e/test_${name}.sh`,
      why: `No job runs it; ${GATE} only lints it.`,
      lintedBy: [GATE],
    })),
  ],
  clusters: [
    {
      key: "deploy",
      name: "Deploy family",
      gaps: 1,
      shareOfGaps: 50,
      repositories: ["owner/name"],
      why: "one cause",
    },
  ],
};
