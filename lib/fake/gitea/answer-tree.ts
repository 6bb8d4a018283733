import { type Answer, answerError, answerJson } from "../answer.ts";
import { sha1 } from "../sha1.ts";
import type { RepositoryCall } from "./call.ts";
import { filesAt } from "./files-at.ts";

type TreeEntry = { path: string; mode: string; type: "blob" | "tree"; size: number; sha: string };

/** A tree in pages, whose size is called `per_page` here and nowhere else. */
export function answerTree(call: RepositoryCall): Answer {
  const { store, repository, params, query, treePageMax } = call;
  const files = filesAt(repository, params.sha ?? null);
  // Not a slip: what is not there is a bad request here.
  if (!files) {
    const message = `sha not found [${params.sha}]`;
    return answerError({ status: 400, message, rootUrl: store.rootUrl });
  }
  const recursive = /^(1|true|t)$/i.test(query.get("recursive") ?? "");
  const entries = entriesOf(files).filter(({ path }) => recursive || !path.includes("/"));
  const perPage = Math.min(Number(query.get("per_page")) || treePageMax, treePageMax);
  const page = Math.max(1, Number(query.get("page")) || 1);
  const api = `${store.rootUrl}/api/v1/repos/${repository.owner}/${repository.name}/git`;
  const rows = entries.slice((page - 1) * perPage, page * perPage);
  // The id of the tree, not of the commit that was asked for.
  const sha = sha1(`tree ${params.sha}`);
  const tree = rows.map((entry) => ({ ...entry, url: `${api}/${entry.type}s/${entry.sha}` }));
  return answerJson(
    {
      sha,
      url: `${api}/trees/${sha}`,
      tree: rows.length === 0 ? null : tree,
      truncated: rows.length > 0 && page * perPage < entries.length,
      page,
      total_count: entries.length,
    },
    { "X-Total-Count": String(entries.length) },
  );
}

function entriesOf(files: ReadonlyMap<string, string>): TreeEntry[] {
  const entries = new Map<string, TreeEntry>();
  for (const [path, content] of files) {
    const parts = path.split("/");
    for (let depth = 1; depth < parts.length; depth += 1) {
      const folder = parts.slice(0, depth).join("/");
      const sha = sha1(`tree ${folder}`);
      entries.set(folder, { path: folder, mode: "040000", type: "tree", size: 0, sha });
    }
    const size = Buffer.byteLength(content);
    entries.set(path, { path, mode: "100644", type: "blob", size, sha: sha1(content) });
  }
  return [...entries.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
