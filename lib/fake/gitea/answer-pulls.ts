import { type Answer, answerJson, answerNotFound } from "../answer.ts";
import { sha1 } from "../sha1.ts";
import type { FakeFile, FakePullRequest, FakeRepository, FakeStore } from "../store.ts";
import { byCreatedDescending } from "./answer-issues.ts";
import type { RepositoryCall } from "./call.ts";
import { pageOf } from "./page.ts";
import { shapePull } from "./shape-pull.ts";

export function answerPulls(call: RepositoryCall): Answer {
  const { repository, query } = call;
  const state = query.get("state") ?? "open";
  const poster = query.get("poster");
  const baseBranch = query.get("base_branch");
  const matching = repository.pulls.filter(
    (pull) =>
      (state === "all" || pull.state === state) &&
      (!poster || pull.author === poster) &&
      (!baseBranch || pull.baseRef === baseBranch),
  );
  const sorted = matching.toSorted(order(repository, query.get("sort")));
  const { rows, headers } = pageOf(call, { all: sorted, kind: "link" });
  return answerJson(
    rows.map((pull) => shapePull(call, pull)),
    headers,
  );
}

export function answerPull(call: RepositoryCall): Answer {
  const pull = findPull(call);
  if (!pull) return notFound(call.store);
  return answerJson({
    ...shapePull(call, pull),
    additions: pull.files.reduce((sum, file) => sum + file.additions, 0),
    deletions: pull.files.reduce((sum, file) => sum + file.deletions, 0),
    changed_files: pull.files.length,
  });
}

export function answerPullFiles(call: RepositoryCall): Answer {
  const pull = findPull(call);
  if (!pull) return notFound(call.store);
  const { rows, headers } = pageOf(call, { all: pull.files, kind: "page-count" });
  return answerJson(
    rows.map((file) => shapeFile(call, pull, file)),
    headers,
  );
}

function findPull({ repository, params }: RepositoryCall): FakePullRequest | undefined {
  return repository.pulls.find((pull) => pull.number === Number(params.index));
}

function notFound(store: FakeStore): Answer {
  return answerNotFound(store);
}

function shapeFile({ store, repository }: RepositoryCall, pull: FakePullRequest, file: FakeFile) {
  const web = `${store.rootUrl}/${repository.owner}/${repository.name}`;
  const api = `${store.rootUrl}/api/v1/repos/${repository.owner}/${repository.name}`;
  const sha = pull.mergeSha ?? sha1(`${repository.id} ${pull.number} head`);
  return {
    filename: file.path,
    ...(file.previousPath === null ? {} : { previous_filename: file.previousPath }),
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    html_url: `${web}/src/commit/${sha}/${file.path}`,
    contents_url: `${api}/contents/${file.path}?ref=${sha}`,
    raw_url: `${web}/raw/commit/${sha}/${file.path}`,
  };
}

type Compare = (a: FakePullRequest, b: FakePullRequest) => number;

function order(repository: FakeRepository, sort: string | null): Compare {
  const comments = (pull: FakePullRequest) =>
    repository.comments.filter((comment) => comment.number === pull.number).length;
  const compare: Record<string, Compare> = {
    oldest: (a, b) => -byCreatedDescending(a, b),
    recentupdate: (a, b) => b.updatedAt.localeCompare(a.updatedAt),
    leastupdate: (a, b) => a.updatedAt.localeCompare(b.updatedAt),
    recentclose: (a, b) => (b.closedAt ?? "").localeCompare(a.closedAt ?? ""),
    mostcomment: (a, b) => comments(b) - comments(a),
    leastcomment: (a, b) => comments(a) - comments(b),
  };
  const chosen = compare[sort ?? ""];
  return (a, b) => chosen?.(a, b) || byCreatedDescending(a, b);
}
