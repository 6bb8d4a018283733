import type { FakeIssue, FakeRepository } from "../../store.ts";
import { nodeId } from "../node-id.ts";
import type { Graph, Node } from "./graph.ts";
import { subjectFields } from "./subject.ts";

export function issueNode(graph: Graph, repository: FakeRepository, issue: FakeIssue): Node {
  return {
    __typename: "Issue",
    id: nodeId("I", repository.id, issue.number),
    databaseId: issue.id,
    fullDatabaseId: String(issue.id),
    state: issue.state.toUpperCase(),
    stateReason: issue.state === "closed" ? "COMPLETED" : null,
    ...subjectFields(graph, repository, { row: issue, path: "issues" }),
  };
}
