import type { OverviewView } from "#/lib/contract/overview.ts";

/** What is said where no open issue is counted: none there, or none read. */
export function sayNoIssues({
  audited,
  issuesUnread,
}: Pick<OverviewView, "audited" | "issuesUnread">): string {
  if (issuesUnread.length === 0) return "No open issue is in scope.";
  return issuesUnread.length === audited
    ? "The issues of the audited repositories were not read."
    : "No open issue was read; of some repositories the issues were not read at all.";
}
