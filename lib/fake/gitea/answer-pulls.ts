import { type Answer, answerError, answerJson, answerNotFound } from "../answer.ts";
import type { FakeFile, FakePullRequest } from "../store.ts";
import { byCreatedDescending, orderOf } from "./answer-issues.ts";
import type { RepositoryCall } from "./call.ts";
import { pageOf } from "./page.ts";
import { remembered, rememberedLists } from "./remember.ts";
import { shapePull, shapeSizes } from "./shape-pull.ts";
import { skinOf } from "./skin.ts";
import { pullOf } from "./subjects.ts";

const newestFirst = remembered(({ pulls }) => pulls.toSorted(byCreatedDescending));
const lists = rememberedLists<FakePullRequest>();

/** Lists pull requests, newest created first unless asked; there is no `since`. */
export function answerPulls(call: RepositoryCall): Answer {
  const { repository, query } = call;
  const all = lists(repository, query, () => {
    const matching = newestFirst(repository).filter(matcherOf(call));
    const order = orderOf(repository, sortOf(call));
    return order ? matching.toSorted(order) : matching;
  });
  const { rows, headers } = pageOf(call, { all, kind: "link" });
  return answerJson(
    rows.map((pull) => shapePull(call, pull)),
    headers,
  );
}

export function answerPull(call: RepositoryCall): Answer {
  const pull = pullOf(call.repository, Number(call.params.index));
  if (!pull) return answerNotFound(call.store);
  return answerJson({ ...shapePull(call, pull), ...shapeSizes(pull) });
}

export function answerPullFiles(call: RepositoryCall): Answer {
  const { store, repository, params } = call;
  const pull = pullOf(repository, Number(params.index));
  if (!pull) return answerNotFound(store);
  const skin = skinOf(store);
  // The links of the files were made from a fork that is not there any more.
  if (pull.headForkDeleted && !skin.isGitea(23) && !skin.isForgejo(16)) {
    return answerError({ status: 500, message: "Internal Server Error", rootUrl: store.rootUrl });
  }
  const { rows, headers } = pageOf(call, { all: pull.files, kind: "page-count" });
  return answerJson(
    rows.map((file) => shapeFile(call, pull, file)),
    headers,
  );
}

// What a version does not know, it passes over in silence.
function matcherOf({ store, query }: RepositoryCall): (pull: FakePullRequest) => boolean {
  const skin = skinOf(store);
  const state = query.get("state") ?? "open";
  const poster = skin.isGitea(23) || skin.isForgejo(0) ? query.get("poster") : null;
  const baseName = skin.isForgejo(16) ? "base" : "base_branch";
  const base = skin.isGitea(24) || skin.isForgejo(16) ? query.get(baseName) : null;
  const head = skin.isForgejo(16) ? query.get("head") : null;
  return (pull) =>
    (state === "all" || pull.state === state) &&
    (!poster || pull.author === poster) &&
    (!base || pull.baseRef === base) &&
    (!head || pull.headRef === head);
}

function sortOf({ store, query }: RepositoryCall): string | null {
  const sort = query.get("sort");
  const skin = skinOf(store);
  return sort === "recentclose" && !skin.isGitea(25) && !skin.isForgejo(0) ? null : sort;
}

function shapeFile({ store, repository }: RepositoryCall, pull: FakePullRequest, file: FakeFile) {
  const web = `${store.rootUrl}/${repository.owner}/${repository.name}`;
  const api = `${store.rootUrl}/api/v1/repos/${repository.owner}/${repository.name}`;
  const sha = pull.headSha;
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
