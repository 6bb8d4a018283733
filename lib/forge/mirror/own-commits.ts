import { type LoggedCommit, readLog } from "./read-log.ts";

const OWN_MAX = 1000;
const GRAPH_MAX = 200_000;

/** Commits by their ids. */
export type Graph = ReadonlyMap<string, LoggedCommit>;

/** The commits that a head has beside what it branched off from. */
export type Own = {
  readonly commits: readonly LoggedCommit[];
  /** The commits that its own ones stand on. */
  readonly ends: ReadonlySet<string>;
  /** Whether one of them stands on nothing. */
  readonly isRooted: boolean;
};

/** The commits that can be reached from these heads and not from the others; null where they are more than 200,000. */
export async function readGraph(
  directory: string,
  heads: readonly string[],
  without: readonly string[],
): Promise<Graph | null> {
  const graph = new Map<string, LoggedCommit>();
  if (heads.length === 0) return graph;
  const input = [...heads, ...without.map((sha) => `^${sha}`)].join("\n");
  for await (const commit of readLog(directory, { args: ["--stdin"], input: `${input}\n` })) {
    if (graph.size >= GRAPH_MAX) return null;
    graph.set(commit.sha, commit);
  }
  return graph;
}

/** What a head has of a graph, stopping where told; null where it is more than 1,000 commits. */
export function ownOf(
  graph: Graph,
  head: string,
  isEnd: (sha: string) => boolean = () => false,
): Own | null {
  const commits = new Map<string, LoggedCommit>();
  const ends = new Set<string>();
  let isRooted = false;
  const waiting = [head];
  for (let sha = waiting.pop(); sha !== undefined; sha = waiting.pop()) {
    if (commits.has(sha)) continue;
    const commit = isEnd(sha) ? undefined : graph.get(sha);
    if (!commit) {
      ends.add(sha);
      continue;
    }
    if (commits.size >= OWN_MAX) return null;
    commits.set(sha, commit);
    isRooted ||= commit.parents.length === 0;
    waiting.push(...commit.parents);
  }
  return { commits: [...commits.values()], ends, isRooted };
}
