import { Charter } from "#/lib/contract/charter.ts";

/** What program 2615's text promises, in its own words; what it does not tell is left open. */
export const sampleCharter = Charter.parse({
  mandateBy: "CTO",
  mandateOn: "2026-06-12",
  definitionOfDone:
    "an issue/incident is resolved only when a CI/CD e2e gate exists that would catch its recurrence — patch + (operational guard) + e2e regression gate.",
  sop: {
    file: "internal/runbooks/dev-sop.md",
    section: "merge-blocking section",
    text: "a fix PR must add/extend an e2e gate that would catch the bug; reviewers reject fixes without one; real e2e preferred over unit mocks.",
  },
  // The text names the steps and does not tell how far they are.
  owners: { steps: ["fleet engineer", "CR2 review", "merge"], done: null },
  extends: [
    { text: "no-flakes rule", means: "A flaky gate does not count as coverage." },
    { text: "regression-coverage audit" },
  ],
  trackedAgainst: { text: "regression-coverage audit", measure: "has_test@1" },
  roles: [
    { who: "CTO", does: "Architecture-level gate changes need CTO sign-off" },
    { who: "PM", does: "coordinates" },
    { who: "CEO-assistant", does: "governs + signs off" },
    { who: "fleet engineer", does: "writes the e2e" },
    { who: "CR2", does: "review, 1-approval" },
    { who: "Kimi", does: "agent of the dispatch plan" },
    { who: "MiniMax", does: "agent of the dispatch plan" },
  ],
});
