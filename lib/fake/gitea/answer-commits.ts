import { type Answer, answerJson, answerNotFound } from "../answer.ts";
import type { RepositoryCall } from "./call.ts";
import { commitsFrom } from "./commit-of.ts";
import { ownCommits } from "./fork-point.ts";
import type { HistoryEntry } from "./history-entry.ts";
import { pageOf } from "./page.ts";
import { rememberedLists } from "./remember.ts";
import { affectedBy, shapeCommit } from "./shape-commit.ts";
import { skinOf } from "./skin.ts";
import { pullOf } from "./subjects.ts";
import { windowOf } from "./within.ts";

const lists = rememberedLists<HistoryEntry>();

/** The first-parent history of a branch, newest first, each commit with its files. */
export function answerCommits(call: RepositoryCall): Answer {
  const { repository, query, store } = call;
  const history = commitsFrom(repository, query.get("sha") ?? repository.defaultBranch);
  if (!history) return answerNotFound(store);
  const all = lists(repository, query, () => history.filter(matcherOf(call)));
  const { rows, headers } = pageOf(call, { all, kind: "commits" });
  return answerJson(
    rows.map((entry) => shapeCommit(call, entry)),
    headers,
  );
}

/** The commits of a pull request that its base branch has not. */
export function answerPullCommits(call: RepositoryCall): Answer {
  const { store, repository, params } = call;
  const pull = pullOf(repository, Number(params.index));
  if (!pull) return answerNotFound(store);
  const { rows, headers } = pageOf(call, { all: ownCommits(repository, pull), kind: "page-count" });
  return answerJson(
    rows.map((entry) => {
      const { commit, ...rest } = shapeCommit(call, entry);
      // Only a merge writes the pull request's number into the message.
      const message = entry.git?.message ?? `${pull.title}\n`;
      return { ...rest, commit: { ...commit, message } };
    }),
    headers,
  );
}

// Older servers pass over the window in silence.
function matcherOf({ query, store, repository }: RepositoryCall): (entry: HistoryEntry) => boolean {
  const isWithin = skinOf(store).isGitea(25) ? windowOf(query, ["since", "until"]) : () => true;
  const path = query.get("path");
  return (entry) =>
    isWithin(entry.at) &&
    (!path || affectedBy(repository, entry).some(({ filename }) => isUnder(filename, path)));
}

function isUnder(filename: string, path: string): boolean {
  return filename === path || filename.startsWith(`${path}/`);
}
