import type { GatesDocument, ListedGate } from "../gates-document.ts";

const WORKFLOW = ".github/workflows/checks.yml";

const gate = (job: string, more: Partial<ListedGate>): ListedGate => ({
  workflow: WORKFLOW,
  job,
  name: job,
  kind: "unit",
  triggers: ["pull_request"],
  branches: [],
  paths: [],
  runsOnPullRequest: true,
  masked: false,
  maskReason: null,
  line: 5,
  tests: { certain: 0, unclear: 0, patterns: [], files: [] },
  standsFor: [],
  findings: [],
  ...more,
});

/** A small catalogue with one of everything, hostile names included, for tests of what renders it. */
export const SAMPLE_GATES: GatesDocument = {
  schema: "gateline.gates/1",
  repository: "owner/name",
  head: "b".repeat(40),
  asOf: "2026-06-12T00:00:00.000Z",
  testFiles: { unit: 2, integration: 0, e2e: 3 },
  unlisted: null,
  gates: [
    gate("unit", {
      branches: ["main", "!wip/**"],
      paths: ["src/**", "!docs/**"],
      tests: { certain: 1, unclear: 1, patterns: ["src/"], files: ["src/a.test.ts"] },
      findings: [
        { kind: "masked", line: 9, message: "its failure is swallowed by || true" },
        { kind: "path_filtered", line: 5, message: "It runs only when certain paths change." },
      ],
    }),
    gate("@team | =cmd", {
      kind: "other",
      masked: true,
      maskReason: "it passes although the job unit failed",
      line: 12,
      standsFor: [
        { job: "unit", whenFailed: "passes", whenSkipped: "passes" },
        { job: "other", whenFailed: "unknown", whenSkipped: null },
      ],
      findings: [
        { kind: "masked", line: 12, message: "it passes although the job unit failed" },
        { kind: "conditional", line: 12, message: "It runs only if always() &&\n\u001b[31mred" },
      ],
    }),
    gate("elsewhere", {
      kind: "build",
      runsOnPullRequest: false,
      line: 20,
      findings: [{ kind: "unreadable_call", line: 20, message: "It lies elsewhere." }],
    }),
    gate("still", { kind: "lint", line: 30 }),
  ],
  orphans: [
    { path: "=a/unit.test.ts", why: "No job names it or a folder that holds it.", lintedBy: [] },
    {
      path: "tests/e2e/test_x.sh",
      why: `No job runs it; ${WORKFLOW}:still only lints it.`,
      lintedBy: [`${WORKFLOW}:still`],
    },
  ],
  offPullRequests: [{ path: "tests/e2e/test_y.sh", why: "Only by night.", lintedBy: [] }],
  unclear: [{ path: "tests/e2e/test_z.sh", why: "A word is not known.", lintedBy: [] }],
  findings: [
    {
      kind: "broken_workflow",
      workflow: ".github/workflows/broken.yml",
      line: 3,
      message: "The workflow file is not valid YAML.",
    },
  ],
};

/** The same where the files of the clone could not be listed. */
export const UNLISTED_GATES: GatesDocument = {
  ...SAMPLE_GATES,
  testFiles: null,
  unlisted: "The files could not be listed.",
  gates: [
    gate("unit", { tests: { certain: null, unclear: null, patterns: ["src/"], files: null } }),
  ],
  orphans: null,
  offPullRequests: null,
  unclear: null,
  findings: [],
};
