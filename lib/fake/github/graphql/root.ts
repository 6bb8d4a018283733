import type { FakeRepository } from "../../store.ts";
import { remainingOf } from "../limits.ts";
import { branchesOf, commitAt, shaOf } from "../lines.ts";
import { nodeId, readNodeId } from "../node-id.ts";
import { rowNumbered } from "../numbered-rows.ts";
import { repositoryNamed, type Site, sameName } from "../site.ts";
import { actorNode } from "./actor.ts";
import { commitNode } from "./commit.ts";
import { fail } from "./fail.ts";
import type { Graph, Node } from "./graph.ts";
import { issueNode } from "./issue.ts";
import type { Measure } from "./measure.ts";
import { pullNode } from "./pull.ts";
import { repositoryNode } from "./repository.ts";
import { rollupNode } from "./rollup.ts";
import { commentNode, labelNode, reviewNode } from "./rows.ts";

const IDS_MAX = 100;

type Named = { owner: string; name: string; followRenames: boolean };

/** What a query can begin with. */
export function rootOf(site: Site, measured: Measure): Record<string, unknown> {
  const graph = graphOf(site, measured);
  return {
    repository: ({ owner, name, followRenames }: Named) => {
      const found = repositoryNamed(site.store, owner, name);
      const isFormer = found !== null && !sameName(found.name, name);
      if (found && (followRenames || !isFormer)) return repositoryNode(graph, found);
      const message = `Could not resolve to a Repository with the name '${owner}/${name}'.`;
      throw fail("NOT_FOUND", message);
    },
    rateLimit: () => rateLimitOf(graph),
    viewer: () => actorNode(site, site.store.viewer),
    node: ({ id }: { id: string }) => nodeOf(graph, id),
    nodes: ({ ids }: { ids: string[] }) => {
      if (ids.length <= IDS_MAX) return ids.map((id) => nodeOrError(graph, id));
      const message = `You may not provide more than ${IDS_MAX} node ids; you provided ${ids.length}.`;
      throw fail("ARGUMENT_LIMIT", message);
    },
  };
}

function graphOf(site: Site, measured: Measure): Graph {
  const graph: Graph = {
    ...site,
    measured,
    repository: (repository) => repositoryNode(graph, repository),
    issue: (repository, issue) => issueNode(graph, repository, issue),
    pull: (repository, pull) => pullNode(graph, repository, pull),
    comment: (repository, comment) => commentNode(graph, repository, comment),
    review: (repository, review) => reviewNode(graph, repository, review),
    label: (repository, label) => labelNode(graph, repository, label),
    commit: (repository, commit) => commitNode(graph, repository, commit),
    rollup: (repository, sha) => rollupNode(graph, repository, sha),
    ref: (repository, branch) => refNode(graph, repository, branch),
  };
  return graph;
}

function refNode(graph: Graph, repository: FakeRepository, branch: string): Node | null {
  const tip = branchesOf(repository).includes(branch) ? commitAt(repository, branch) : null;
  if (!tip) return null;
  return {
    __typename: "Ref",
    id: nodeId("R", repository.id, branch),
    name: branch,
    prefix: "refs/heads/",
    repository: () => graph.repository(repository),
    target: () => graph.commit(repository, tip),
  };
}

function rateLimitOf({ skin, measured }: Graph): Node {
  const { limit, used, resetAt } = skin.graphql;
  return {
    __typename: "RateLimit",
    cost: measured.points,
    nodeCount: measured.nodes,
    limit,
    used,
    remaining: remainingOf(skin.graphql),
    resetAt,
  };
}

/** A list of ids answers for each by itself: one that is gone is null, with an error of its own. */
function nodeOrError(graph: Graph, id: string): Node | Error {
  try {
    return nodeOf(graph, id);
  } catch (error) {
    return error instanceof Error ? error : new Error("unknown failure");
  }
}

function nodeOf(graph: Graph, id: string): Node {
  const found = readNode(graph, id);
  if (found) return found;
  throw fail("NOT_FOUND", `Could not resolve to a node with the global id of '${id}'`);
}

function readNode(graph: Graph, id: string): Node | null {
  const { kind, parts } = readNodeId(id) ?? { kind: "", parts: [] };
  const repository = graph.store.repositories.find((each) => each.id === parts[0]);
  const key = parts[1];
  if (kind === "U") {
    const user = graph.store.users.find((each) => each.id === parts[0]);
    return user ? actorNode(graph, user.login) : null;
  }
  if (!repository) return null;
  if (kind === "R") {
    return typeof key === "string" ? graph.ref(repository, key) : graph.repository(repository);
  }
  return readRow(graph, repository, { kind, key });
}

function readRow(
  graph: Graph,
  repository: FakeRepository,
  { kind, key }: { kind: string; key: string | number | undefined },
): Node | null {
  if (typeof key === "string") {
    const isKnown = kind === "C" && shaOf(repository, key) !== null;
    return isKnown ? graph.commit(repository, key) : null;
  }
  if (key === undefined) return null;
  const withId = <Row extends { id: number }>(rows: readonly Row[]) =>
    rows.find(({ id }) => id === key) ?? null;
  const issue = kind === "I" ? rowNumbered(repository.issues, key) : null;
  if (issue) return graph.issue(repository, issue);
  const pull = kind === "PR" ? rowNumbered(repository.pulls, key) : null;
  if (pull) return graph.pull(repository, pull);
  const comment = kind === "IC" ? withId(repository.comments) : null;
  if (comment) return graph.comment(repository, comment);
  const review = kind === "PRR" ? withId(repository.reviews) : null;
  if (review) return graph.review(repository, review);
  const label = kind === "LA" ? withId(repository.labels) : null;
  return label && graph.label(repository, label);
}
