import { judgeIssue } from "#/lib/coverage/judge-issue.ts";
import type { IssueCover } from "#/lib/coverage/link/cover-of-issue.ts";
import { keyOf } from "#/lib/coverage/link/endpoint.ts";
import { issueFacts } from "#/lib/coverage/link/issue-facts.ts";
import type { PolicyRules } from "#/lib/coverage/policy.ts";
import { known } from "#/lib/facts/known.ts";
import type { JudgedItem } from "#/lib/store/assessment.ts";
import {
  type ClosingPull,
  type DeclaredGapRow,
  declaredKey,
} from "#/lib/store/load-declared-gaps.ts";
import type { RepositoryInScope } from "#/lib/store/load-program-facts.ts";
import { issueVerdicts } from "./issue-verdicts.ts";

/** Judges the gaps that were written down for a repository, as an issue is judged, by the pull requests that are said to close them and by what links lead to them. */
export function judgeDeclared(input: {
  repository: RepositoryInScope;
  gaps: readonly DeclaredGapRow[];
  rules: PolicyRules;
  coverOf: (gap: DeclaredGapRow) => IssueCover;
}): JudgedItem[] {
  const { repository, gaps, rules, coverOf } = input;
  return gaps
    .filter((gap) => gap.repositoryId === repository.id)
    .map((gap): JudgedItem => {
      const cover = coverOf(gap);
      const facts = issueFacts(cover, known(true));
      const { standing, resolution } = judgeIssue({ state: "open", rung: rules.rung, ...facts });
      return {
        naturalKey: declaredKey(gap.id),
        kind: "declared",
        population: "issue",
        repositoryId: repository.id,
        alias: repository.alias,
        number: null,
        title: gap.title,
        author: gap.by,
        url: null,
        labels: [],
        enteredAt: gap.at,
        fixKind: null,
        why: [
          "declared-gap: it was written down as a gap, without an issue or pull request of its own",
          ...gap.closedBy.map((closing) => `closed-by: ${sayClosing(closing, cover)}`),
        ],
        standing,
        takenBack: false,
        resolution,
        verdicts: issueVerdicts(standing),
        paths: null,
      };
    });
}

function sayClosing(closing: ClosingPull, { withoutEffect, patchedBy }: IssueCover): string {
  const { alias, number, state } = closing;
  if (alias === null)
    return `the repository of #${number} is not in the program’s scope, so what it brings is unknown`;
  const name = `${alias}#${number}`;
  if (state === null) return `${name} is not there, so it closes nothing`;
  const key = keyOf({ kind: "pull", ...closing });
  const why = withoutEffect.find(({ by }) => keyOf(by) === key)?.why;
  if (why !== undefined) return `${name}: ${why}`;
  const patched = patchedBy.some(({ by }) => keyOf(by) === key);
  return patched ? `${name} is merged` : `${name}: what it brings could not be read`;
}
