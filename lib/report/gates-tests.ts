import type { GatesDocument, ListedGate, LooseTest } from "./gates-document.ts";

/** How many test files a job runs, with what cannot be told of it. */
export function testsOf({ tests, findings }: ListedGate): string {
  const { certain, unclear } = tests;
  if (certain === null) return "unknown";
  if (unclear !== null && unclear > 0) return `${certain} + ${unclear} unclear`;
  const isUnread = findings.some(({ kind }) => kind === "unreadable_call");
  return isUnread && certain === 0 ? "unknown" : String(certain);
}

/** Tests that no pull request is known to run, of one sort. */
export type LooseTests = {
  readonly head: string;
  readonly row: string;
  readonly tests: readonly LooseTest[];
};

/** The lists of tests that no pull request is known to run, the worst first; those that are not known are empty here. */
export function looseTests(document: GatesDocument): readonly LooseTests[] {
  const { orphans, offPullRequests, unclear } = document;
  return [
    { head: "Tests that no job runs", row: "orphan", tests: orphans ?? [] },
    {
      head: "Tests that never run on pull requests",
      row: "off_pull_requests",
      tests: offPullRequests ?? [],
    },
    {
      head: "Tests of which it cannot be told whether a job runs them",
      row: "unclear",
      tests: unclear ?? [],
    },
  ];
}
