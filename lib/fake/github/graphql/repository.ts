import { isAdmin } from "../../gitea/is-admin.ts";
import type { FakeIssue, FakePullRequest, FakeRepository } from "../../store.ts";
import { branchesOf } from "../lines.ts";
import { nodeId } from "../node-id.ts";
import { rowNumbered } from "../numbered-rows.ts";
import { compare, orderedRows } from "../ordered-rows.ts";
import { fullNameOf, webOf } from "../site.ts";
import { ownerNode } from "./actor.ts";
import { connectionOf, type Paging } from "./connection.ts";
import { demand } from "./demand.ts";
import { fail } from "./fail.ts";
import type { Graph, Node } from "./graph.ts";
import { type ObjectArgs, objectNode } from "./object.ts";

type Order = { field: string; direction: "ASC" | "DESC" };
type ListArgs = Paging & { orderBy?: Order | null; labels?: string[] | null };
type IssueArgs = ListArgs & {
  states?: string[] | null;
  filterBy?: Readonly<Record<string, unknown>> | null;
};
type PullArgs = ListArgs & {
  states?: string[] | null;
  headRefName?: string | null;
  baseRefName?: string | null;
};

export function repositoryNode(graph: Graph, repository: FakeRepository): Node {
  return {
    __typename: "Repository",
    id: nodeId("R", repository.id),
    databaseId: repository.id,
    name: repository.name,
    nameWithOwner: fullNameOf(repository),
    owner: () => ownerNode(graph, repository.owner),
    description: repository.description || null,
    createdAt: repository.createdAt,
    url: webOf({ ...graph, repository }),
    resourcePath: `/${fullNameOf(repository)}`,
    isPrivate: true,
    isArchived: false,
    isFork: false,
    isEmpty: false,
    isDisabled: false,
    isLocked: false,
    hasIssuesEnabled: true,
    visibility: "PRIVATE",
    viewerPermission: isAdmin(graph.store) ? "ADMIN" : "READ",
    viewerCanAdminister: isAdmin(graph.store),
    ...listFields(graph, repository),
    ...oneFields(graph, repository),
    ...branchFields(graph, repository),
  };
}

function listFields(graph: Graph, repository: FakeRepository) {
  return {
    issues: (args: IssueArgs) => {
      demand(graph, "issues");
      const matches = issueFilter(args);
      return listOf(repository.issues, {
        args,
        matches,
        toNode: (row) => graph.issue(repository, row),
      });
    },
    pullRequests: (args: PullArgs) => {
      demand(graph, "pull_requests");
      const matches = pullFilter(args);
      return listOf(repository.pulls, {
        args,
        matches,
        toNode: (row) => graph.pull(repository, row),
      });
    },
    labels: (args: Paging) =>
      connectionOf(args, {
        rows: repository.labels.toSorted((a, b) => compare(a.name, b.name)),
        keyOf: ({ name }) => [name],
        toNode: (label) => graph.label(repository, label),
      }),
    label: ({ name }: { name: string }) => {
      const found = repository.labels.find((label) => label.name === name);
      return found ? graph.label(repository, found) : null;
    },
  };
}

type Filter<Row> = ((row: Row) => boolean) | null;
type Listing<Row> = { args: ListArgs; matches: Filter<Row>; toNode: (row: Row) => Node };

function listOf<Row extends FakeIssue>(all: readonly Row[], listing: Listing<Row>): Node {
  const { args, matches, toNode } = listing;
  const { field, direction } = args.orderBy ?? { field: "CREATED_AT", direction: "ASC" };
  if (field === "COMMENTS") throw fail(null, "The fake forge does not sort by comments.");
  const keyOf = (row: Row) => (field === "UPDATED_AT" ? row.updatedAt : row.createdAt);
  const descending = direction === "DESC";
  const rows = orderedRows(all, { by: field, keyOf, descending });
  return connectionOf(args, {
    rows: matches ? rows.filter(matches) : rows,
    keyOf: (row) => [keyOf(row), row.id],
    descending,
    toNode,
  });
}

function hasLabels(row: FakeIssue, labels: readonly string[] | null | undefined): boolean {
  return !labels || labels.some((label) => row.labels.includes(label));
}

function issueFilter({ states, labels, filterBy }: IssueArgs): Filter<FakeIssue> {
  if (!states && !labels && !filterBy) return null;
  const { since, states: within, labels: named, viewerSubscribed, ...rest } = filterBy ?? {};
  const [unknown] = Object.keys(rest);
  if (unknown || viewerSubscribed)
    throw fail(null, `The fake forge does not filter by ${unknown}.`);
  const from = typeof since === "string" ? Date.parse(since) : Number.NaN;
  const wanted = [states, within as string[] | undefined];
  return (row) =>
    !(Date.parse(row.updatedAt) < from) &&
    wanted.every((words) => words?.includes(row.state.toUpperCase()) ?? true) &&
    hasLabels(row, labels) &&
    hasLabels(row, named as string[] | undefined);
}

function pullFilter({
  states,
  labels,
  headRefName,
  baseRefName,
}: PullArgs): Filter<FakePullRequest> {
  if (!states && !labels && !headRefName && !baseRefName) return null;
  return (row) =>
    (states?.includes(row.mergedAt === null ? row.state.toUpperCase() : "MERGED") ?? true) &&
    (!headRefName || row.headRef === headRefName) &&
    (!baseRefName || row.baseRef === baseRefName) &&
    hasLabels(row, labels);
}

function oneFields(graph: Graph, repository: FakeRepository) {
  const issue = (number: number) => {
    const row = rowNumbered(repository.issues, number);
    if (row) demand(graph, "issues");
    return row && graph.issue(repository, row);
  };
  const pull = (number: number) => {
    const row = rowNumbered(repository.pulls, number);
    if (row) demand(graph, "pull_requests");
    return row && graph.pull(repository, row);
  };
  const there = (node: Node | null, kind: string, number: number): Node => {
    if (node) return node;
    throw fail("NOT_FOUND", `Could not resolve to ${kind} with the number of ${number}.`);
  };
  return {
    issue: ({ number }: Numbered) => there(issue(number), "an Issue", number),
    pullRequest: ({ number }: Numbered) => there(pull(number), "a PullRequest", number),
    issueOrPullRequest: ({ number }: Numbered) =>
      there(issue(number) ?? pull(number), "an issue or pull request", number),
  };
}

type Numbered = { number: number };
type RefsArgs = Paging & { refPrefix: string; query?: string | null };

function branchFields(graph: Graph, repository: FakeRepository) {
  return {
    object: (args: ObjectArgs) => objectNode(graph, repository, args),
    defaultBranchRef: () => graph.ref(repository, repository.defaultBranch),
    ref: ({ qualifiedName }: { qualifiedName: string }) =>
      graph.ref(repository, qualifiedName.replace(/^refs\/heads\//, "")),
    refs: ({ refPrefix, query, ...args }: RefsArgs) =>
      connectionOf(args, {
        rows: branchesOf(repository)
          .filter((name) => refPrefix.startsWith("refs/heads/") && name.includes(query ?? ""))
          .toSorted(compare),
        keyOf: (name) => [name],
        toNode: (name) => graph.ref(repository, name),
      }),
  };
}
