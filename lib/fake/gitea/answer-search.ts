import { type Answer, answerJson } from "../answer.ts";
import { byCreatedDescending, matcherOf } from "./answer-issues.ts";
import type { Call } from "./call.ts";
import { pageOf } from "./page.ts";
import { shapeIssue } from "./shape-issue.ts";
import { shapeRepository } from "./shape-repository.ts";

/** The repositories that the viewer can see; the list stands in an envelope of its own. */
export function answerRepositorySearch(call: Call): Answer {
  const { store } = call;
  const { rows, headers } = pageOf(call, { all: store.repositories, kind: "link" });
  const data = rows.map((repository) => shapeRepository({ store, repository }));
  return answerJson({ ok: true, data }, headers);
}

/** The issues and pull requests of every repository, newest created first. */
export function answerIssueSearch(call: Call): Answer {
  const { store, query } = call;
  const wants = matcherOf(query);
  const all = store.repositories
    .flatMap((repository) =>
      [...repository.issues, ...repository.pulls]
        .filter(wants)
        .map((issue) => ({ repository, issue })),
    )
    .toSorted((a, b) => byCreatedDescending(a.issue, b.issue));
  const { rows, headers } = pageOf(call, { all, kind: "link" });
  return answerJson(
    rows.map(({ repository, issue }) => shapeIssue({ store, repository }, issue)),
    headers,
  );
}
