import { sha1 } from "../sha1.ts";
import type { RepositoryCall } from "./call.ts";
import { type HistoryEntry, historyOf } from "./history.ts";

type Entry = { path: string; type: "file" | "dir"; sha: string; size: number };

/** A file as the contents endpoints show it, its bytes in base64. */
export function shapeContent(
  call: RepositoryCall,
  { path, content }: { path: string; content: string },
) {
  const size = Buffer.byteLength(content);
  return {
    ...shapeEntry(call, { path, type: "file", sha: sha1(content), size }),
    encoding: "base64",
    content: Buffer.from(content).toString("base64"),
  };
}

/** The direct entries of a folder; empty if there is no such folder. */
export function shapeFolder(
  call: RepositoryCall,
  { files, folder }: { files: ReadonlyMap<string, string>; folder: string },
) {
  const prefix = folder === "" ? "" : `${folder}/`;
  const entries = new Map<string, Entry>();
  for (const [path, content] of files) {
    if (!path.startsWith(prefix)) continue;
    const [first = "", ...deeper] = path.slice(prefix.length).split("/");
    const inside = `${prefix}${first}`;
    const isFolder = deeper.length > 0;
    entries.set(inside, {
      path: inside,
      type: isFolder ? "dir" : "file",
      sha: sha1(isFolder ? `tree ${inside}` : content),
      size: isFolder ? 0 : Buffer.byteLength(content),
    });
  }
  const sorted = [...entries.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return sorted.map((entry) => ({ ...shapeEntry(call, entry), encoding: null, content: null }));
}

function shapeEntry(call: RepositoryCall, { path, type, sha, size }: Entry) {
  const { store, repository, query } = call;
  const ref = query.get("ref") || repository.defaultBranch;
  const web = `${store.rootUrl}/${repository.owner}/${repository.name}`;
  const api = `${store.rootUrl}/api/v1/repos/${repository.owner}/${repository.name}`;
  const self = `${api}/contents/${path}?ref=${encodeURIComponent(ref)}`;
  const html = `${web}/src/branch/${ref}/${path}`;
  const git = `${api}/git/${type === "dir" ? "trees" : "blobs"}/${sha}`;
  const last = lastCommit(call, path);
  return {
    name: path.slice(path.lastIndexOf("/") + 1),
    path,
    sha,
    last_commit_sha: last?.sha ?? null,
    last_committer_date: last?.at ?? null,
    last_author_date: last?.at ?? null,
    type,
    size,
    target: null,
    url: self,
    html_url: html,
    git_url: git,
    download_url: type === "dir" ? null : `${web}/raw/branch/${ref}/${path}`,
    submodule_git_url: null,
    _links: { self, git, html },
  };
}

function lastCommit({ repository }: RepositoryCall, path: string): HistoryEntry | undefined {
  const history = historyOf(repository, repository.defaultBranch);
  const touching = history.find((entry) =>
    entry.pull?.files.some((file) => file.path === path || file.path.startsWith(`${path}/`)),
  );
  return touching ?? history.at(-1);
}
