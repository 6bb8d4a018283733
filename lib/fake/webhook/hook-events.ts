import { skinOf } from "../gitea/skin.ts";

const ISSUE_EVENTS = ["issues", "issue_assign", "issue_label", "issue_milestone", "issue_comment"];
const PULL_EVENTS = [
  "pull_request",
  "pull_request_assign",
  "pull_request_label",
  "pull_request_milestone",
  "pull_request_comment",
  "pull_request_review",
  "pull_request_review_request",
  "pull_request_sync",
];
const OTHER_EVENTS = [
  "create",
  "delete",
  "fork",
  "push",
  "wiki",
  "repository",
  "release",
  "package",
];

/** The kinds that a hook will tell of those that were asked: what the version does not know is dropped without a word, and two names stand for all of their kind. */
export function hookEvents({ version }: { version: string }, asked: readonly string[]): string[] {
  const skin = skinOf({ version });
  const newer = [
    ...(skin.isGitea(23) ? ["status"] : []),
    ...(skin.isGitea(24) ? ["workflow_job"] : []),
    ...(skin.isGitea(25) ? ["workflow_run"] : []),
    ...(skin.isForgejo(12)
      ? ["action_run_failure", "action_run_recover", "action_run_success"]
      : []),
  ];
  const known = [...OTHER_EVENTS, ...ISSUE_EVENTS, ...PULL_EVENTS, ...newer];
  // Nothing at all stands for pushes.
  const wanted = new Set(asked.length === 0 ? ["push"] : asked);
  if (wanted.has("issues")) for (const event of ISSUE_EVENTS) wanted.add(event);
  if (wanted.has("pull_request")) for (const event of PULL_EVENTS) wanted.add(event);
  return known.filter((event) => wanted.has(event));
}

/** Whether a hook tells an exact kind; the three verdicts of a review are asked for by one name. */
export function tells(events: readonly string[], type: string): boolean {
  return events.includes(type.replace(/^(pull_request_review)_(approved|rejected|comment)$/, "$1"));
}
