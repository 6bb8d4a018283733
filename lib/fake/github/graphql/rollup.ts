import type { FakeRepository } from "../../store.ts";
import {
  type CheckRun,
  checkRunsOf,
  combinedState,
  isRequired,
  type PostedStatus,
  statusesOf,
  statusState,
} from "../checks.ts";
import { nodeId, readNodeId } from "../node-id.ts";
import { rowNumbered } from "../numbered-rows.ts";
import { webOf } from "../site.ts";
import { actorNode } from "./actor.ts";
import { byPlace, connectionOf, type Paging } from "./connection.ts";
import { demand } from "./demand.ts";
import { fail } from "./fail.ts";
import type { Graph, Node } from "./graph.ts";

/** What all checks of a commit say together; null where it has none. */
export function rollupNode(graph: Graph, repository: FakeRepository, sha: string): Node | null {
  demand(graph, "checks");
  demand(graph, "statuses");
  const runs = checkRunsOf(repository, sha);
  const statuses = statusesOf(repository, sha);
  if (runs.length + statuses.length === 0) return null;
  const nodes = [
    ...runs.map((run) => checkRunNode(graph, repository, { run, sha })),
    ...statuses.map((status) => contextNode(graph, repository, { status, sha })),
  ];
  return {
    __typename: "StatusCheckRollup",
    id: nodeId("SC", repository.id, sha),
    state: stateOf(runs, statuses),
    commit: () => graph.commit(repository, sha),
    contexts: (args: Paging) => ({
      ...connectionOf(args, { rows: nodes, keyOf: byPlace, toNode: (node) => node }),
      checkRunCount: runs.length,
      statusContextCount: statuses.length,
    }),
  };
}

function stateOf(runs: readonly CheckRun[], statuses: readonly PostedStatus[]): string {
  const ofStatuses = statuses.length === 0 ? "success" : combinedState(statuses);
  const bad = runs.some(({ conclusion }) => conclusion === "failure" || conclusion === "cancelled");
  if (bad || ofStatuses === "failure") return "FAILURE";
  const isOver = runs.every(({ status }) => status === "completed");
  return isOver && ofStatuses === "success" ? "SUCCESS" : "PENDING";
}

type Required = { pullRequestNumber?: number | null; pullRequestId?: string | null };

/** Whether the base branch of a pull request demands it: the question makes no sense without one. */
function requiredFor(repository: FakeRepository, name: string) {
  return ({ pullRequestNumber, pullRequestId }: Required): boolean => {
    const number = pullRequestNumber ?? Number(readNodeId(pullRequestId ?? "")?.parts[1]);
    const pull = rowNumbered(repository.pulls, number);
    if (!pull) throw fail("NOT_FOUND", "Could not resolve to a pull request for `isRequired`.");
    const branch = repository.branches.find(({ name: each }) => each === pull.baseRef);
    return isRequired(branch?.protection ?? null, name);
  };
}

function checkRunNode(
  graph: Graph,
  repository: FakeRepository,
  { run, sha }: { run: CheckRun; sha: string },
): Node {
  const url = `${webOf({ ...graph, repository })}/runs/${run.id}`;
  return {
    __typename: "CheckRun",
    id: nodeId("CR", repository.id, sha, run.id),
    databaseId: run.id,
    name: run.name,
    status: run.status.toUpperCase(),
    conclusion: run.conclusion?.toUpperCase() ?? null,
    startedAt: run.startedAt,
    completedAt: run.completedAt,
    detailsUrl: url,
    url,
    permalink: url,
    checkSuite: () => ({
      __typename: "CheckSuite",
      id: nodeId("CR", repository.id, sha, run.id, "suite"),
      createdAt: run.createdAt,
      commit: () => graph.commit(repository, sha),
    }),
    externalId: "",
    title: null,
    summary: null,
    text: null,
    isRequired: requiredFor(repository, run.name),
    repository: () => graph.repository(repository),
  };
}

function contextNode(
  graph: Graph,
  repository: FakeRepository,
  { status, sha }: { status: PostedStatus; sha: string },
): Node {
  return {
    __typename: "StatusContext",
    id: nodeId("SC", repository.id, sha, status.id),
    context: status.context,
    state: statusState(status).toUpperCase(),
    description: status.description || null,
    targetUrl: status.targetUrl || null,
    createdAt: status.at,
    creator: () => (status.creator === null ? null : actorNode(graph, status.creator)),
    commit: () => graph.commit(repository, sha),
    isRequired: requiredFor(repository, status.context),
  };
}
