import type { FakeRepository } from "../../store.ts";
import { commitsFrom } from "../lines.ts";
import type { Paging } from "./connection.ts";
import { fail } from "./fail.ts";
import type { Graph, Node } from "./graph.ts";

export type HistoryArgs = Paging & {
  since?: string | null;
  until?: string | null;
  path?: string | null;
};

/** The commits behind one. A cursor names the commit where the walk set out, so that what is pushed meanwhile moves nothing. */
export function historyOf(
  graph: Graph,
  repository: FakeRepository,
  { from, args }: { from: string; args: HistoryArgs },
): Node {
  if (args.path || args.before || args.last) {
    throw fail(null, "The fake forge pages a history by `first` and `after` only, without `path`.");
  }
  const [start = from, offset = "-1"] = args.after?.split(" ") ?? [];
  const all = commitsFrom(repository, start);
  const place = Number(offset) + 1;
  if (!all || !Number.isInteger(place)) {
    const message = `\`${args.after}\` does not appear to be a valid cursor.`;
    throw fail("INVALID_CURSOR_ARGUMENTS", message);
  }
  const [since, until] = [Date.parse(args.since ?? ""), Date.parse(args.until ?? "")];
  const isWhole = Number.isNaN(since) && Number.isNaN(until);
  const isWithin = (at: number) => !(at < since) && !(at > until);
  const rows = isWhole ? all : all.filter(({ at }) => isWithin(Date.parse(at)));
  const page = rows.slice(place, place + (args.first ?? 0));
  const cursorAt = (index: number) => (page.length > 0 ? `${start} ${index}` : null);
  const nodes = () => page.map((commit) => graph.commit(repository, commit));
  return {
    __typename: "CommitHistoryConnection",
    size: page.length,
    totalCount: rows.length,
    nodes,
    edges: () => nodes().map((node, index) => ({ node, cursor: cursorAt(place + index) })),
    pageInfo: {
      hasNextPage: place + page.length < rows.length,
      hasPreviousPage: place > 0,
      startCursor: cursorAt(place),
      endCursor: cursorAt(place + page.length - 1),
    },
  };
}
