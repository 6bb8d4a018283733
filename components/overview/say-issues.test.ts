import { expect, test } from "vitest";
import { sayNoIssues } from "./say-issues.ts";

const unread = { alias: "core", why: "Issues are not read from a clone." };

test.each([
  ["all were read", [], "No open issue is in scope."],
  ["none was read", [unread, unread], "The issues of the audited repositories were not read."],
  [
    "some were read",
    [unread],
    "No open issue was read; of some repositories the issues were not read at all.",
  ],
])("%s", (_name, issuesUnread, sentence) => {
  expect(sayNoIssues({ audited: 2, issuesUnread })).toBe(sentence);
});
