import { type Answer, answerError, answerJson } from "../answer.ts";
import { treeOf } from "../git/commit.ts";
import { tipOf } from "../git/tip-of.ts";
import { entryAt } from "../git/tree.ts";
import { sha1 } from "../sha1.ts";
import type { FakeRepository } from "../store.ts";
import type { RepositoryCall } from "./call.ts";
import { type StoredFiles, storedFiles } from "./stored-files.ts";

type TreeEntry = { path: string; mode: string; type: "blob" | "tree"; size: number; sha: string };

/** A tree in pages, whose size is called `per_page` here and nowhere else. */
export function answerTree(call: RepositoryCall): Answer {
  const { store, repository, params, query, treePageMax } = call;
  const files = storedFiles(repository, params.sha ?? null);
  // Not a slip: what is not there is a bad request here.
  if (!files) {
    const message = `sha not found [${params.sha}]`;
    return answerError({ status: 400, message, rootUrl: store.rootUrl });
  }
  const idOf = treeIds(repository, params.sha ?? "");
  const recursive = /^(1|true|t)$/i.test(query.get("recursive") ?? "");
  const entries = entriesOf(files, idOf).filter(({ path }) => recursive || !path.includes("/"));
  const perPage = Math.min(Number(query.get("per_page")) || treePageMax, treePageMax);
  const page = Math.max(1, Number(query.get("page")) || 1);
  const api = `${store.rootUrl}/api/v1/repos/${repository.owner}/${repository.name}/git`;
  const rows = entries.slice((page - 1) * perPage, page * perPage);
  // The id of the tree, not of the commit that was asked for.
  const sha = idOf("");
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

type TreeIds = (folder: string) => string;

/** The id of each folder; of the whole tree for the empty path. */
function treeIds({ git }: FakeRepository, ref: string): TreeIds {
  const tip = git ? tipOf(git, ref) : null;
  if (!git || tip === null) return (folder) => sha1(`tree ${folder || ref}`);
  const root = treeOf(git, tip);
  return (folder) => (folder === "" ? root : (entryAt(git.objects, root, folder)?.id ?? root));
}

function entriesOf(files: StoredFiles, idOf: TreeIds): TreeEntry[] {
  const entries = new Map<string, TreeEntry>();
  for (const [path, { id, mode, read }] of files) {
    const parts = path.split("/");
    for (let depth = 1; depth < parts.length; depth += 1) {
      const folder = parts.slice(0, depth).join("/");
      if (entries.has(folder)) continue;
      const sha = idOf(folder);
      entries.set(folder, { path: folder, mode: "040000", type: "tree", size: 0, sha });
    }
    entries.set(path, { path, mode, type: "blob", size: read().length, sha: id });
  }
  return [...entries.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
