import { sha1 } from "../../sha1.ts";
import type { FakeRepository } from "../../store.ts";
import type { Commit } from "../commit.ts";
import { commitAt } from "../lines.ts";
import { nodeId } from "../node-id.ts";
import { webOf } from "../site.ts";
import { actorNode } from "./actor.ts";
import { byPlace, connectionOf, type Paging } from "./connection.ts";
import type { Graph, Node } from "./graph.ts";
import { type HistoryArgs, historyOf } from "./history.ts";

/** A commit; of one that is on no branch only its id and its checks are known. */
export function commitNode(
  graph: Graph,
  repository: FakeRepository,
  commit: Commit | string,
): Node {
  const sha = typeof commit === "string" ? commit : commit.sha;
  const url = `${webOf({ ...graph, repository })}/commit/${sha}`;
  const known = typeof commit === "string" ? commitAt(repository, commit) : commit;
  return {
    __typename: "Commit",
    id: nodeId("C", repository.id, sha),
    oid: sha,
    abbreviatedOid: sha.slice(0, 7),
    url,
    commitUrl: url,
    resourcePath: `/${repository.owner}/${repository.name}/commit/${sha}`,
    repository: () => graph.repository(repository),
    statusCheckRollup: () => graph.rollup(repository, sha),
    ...(known ? knownFields(graph, repository, known) : {}),
  };
}

function knownFields(graph: Graph, repository: FakeRepository, commit: Commit) {
  const { message } = commit;
  const [headline = ""] = message.split("\n", 1);
  const person = () => ({
    __typename: "GitActor",
    name: commit.author,
    email: `${commit.author}@users.noreply.example`,
    date: commit.at,
    user: () => {
      const actor = actorNode(graph, commit.author);
      return actor?.__typename === "User" ? actor : null;
    },
  });
  return {
    message,
    messageHeadline: headline,
    messageBody: message.slice(headline.length).trim(),
    committedDate: commit.at,
    authoredDate: commit.at,
    author: person,
    committer: person,
    changedFilesIfAvailable: () => commit.files().length,
    tree: { __typename: "Tree", oid: sha1(`tree ${commit.sha}`) },
    parents: (args: Paging) =>
      connectionOf(args, {
        rows: commit.parents,
        keyOf: byPlace,
        toNode: (sha) => graph.commit(repository, sha),
      }),
    associatedPullRequests: (args: Paging) =>
      connectionOf(args, {
        rows: commit.pull ? [commit.pull] : [],
        keyOf: byPlace,
        toNode: (pull) => graph.pull(repository, pull),
      }),
    history: (args: HistoryArgs) => historyOf(graph, repository, { from: commit.sha, args }),
  };
}
