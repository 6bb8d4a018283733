import type { FakeIssue, FakeRepository } from "../../store.ts";
import { rowsNumbered } from "../numbered-rows.ts";
import { compare } from "../ordered-rows.ts";
import { webOf } from "../site.ts";
import { actorNode } from "./actor.ts";
import { connectionOf, type Paging } from "./connection.ts";
import type { Graph, Node } from "./graph.ts";

/** What an issue and a pull request have in common. */
export function subjectFields(
  graph: Graph,
  repository: FakeRepository,
  { row, path }: { row: FakeIssue; path: string },
): Omit<Node, "__typename"> {
  return {
    number: row.number,
    title: row.title,
    titleHTML: row.title,
    // Never null here, while the other API gives null for an empty one.
    body: row.body,
    bodyText: row.body,
    author: () => actorNode(graph, row.author),
    authorAssociation: "MEMBER",
    editor: null,
    closed: row.state === "closed",
    closedAt: row.closedAt,
    createdAt: row.createdAt,
    publishedAt: row.createdAt,
    updatedAt: row.updatedAt,
    lastEditedAt: null,
    locked: false,
    activeLockReason: null,
    milestone: null,
    url: `${webOf({ ...graph, repository })}/${path}/${row.number}`,
    resourcePath: `/${repository.owner}/${repository.name}/${path}/${row.number}`,
    repository: () => graph.repository(repository),
    assignees: (args: Paging) => connectionOf<never>(args, nobody),
    labels: (args: Paging) => labelsOf(graph, repository, { row, args }),
    comments: (args: Paging) =>
      connectionOf(args, {
        rows: rowsNumbered(repository.comments, row.number).toSorted((a, b) => a.id - b.id),
        keyOf: ({ id }) => [id],
        toNode: (comment) => graph.comment(repository, comment),
      }),
  };
}

const nobody = { rows: [], keyOf: () => [], toNode: () => null };

function labelsOf(
  graph: Graph,
  repository: FakeRepository,
  { row, args }: { row: FakeIssue; args: Paging },
): Node {
  const rows = repository.labels.filter(({ name }) => row.labels.includes(name));
  return connectionOf(args, {
    rows: rows.toSorted((a, b) => compare(a.name, b.name)),
    keyOf: ({ name }) => [name],
    toNode: (label) => graph.label(repository, label),
  });
}
