import type { FakeIssue, FakePullRequest, FakeRepository } from "../store.ts";
import { rowNumbered } from "./numbered-rows.ts";
import { type Place, repositoryNamed } from "./site.ts";

const CLOSES =
  /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?[ \t]{1,8}(?:([\w.-]{1,100})\/([\w.-]{1,100}))?#(\d{1,9})\b/gi;

/** The issues that a merge would close: none where it does not go to the default branch. */
export function closingIssuesOf(
  { store, repository }: Place,
  { baseRef, body }: FakePullRequest,
): { repository: FakeRepository; issue: FakeIssue }[] {
  if (baseRef !== repository.defaultBranch) return [];
  const found = new Map<string, { repository: FakeRepository; issue: FakeIssue }>();
  for (const [, owner, name, number] of body.matchAll(CLOSES)) {
    const there = owner && name ? repositoryNamed(store, owner, name) : repository;
    const issue = there && rowNumbered(there.issues, Number(number));
    if (there && issue) found.set(`${there.id} ${issue.number}`, { repository: there, issue });
  }
  return [...found.values()];
}
