import { sha1 } from "../sha1.ts";
import type { RepositoryCall } from "./call.ts";
import { historyOf } from "./history.ts";
import type { HistoryEntry } from "./history-entry.ts";
import { momentOrNull } from "./moment.ts";
import { skinOf } from "./skin.ts";
import type { StoredFile, StoredFiles } from "./stored-files.ts";

type Entry = { path: string; type: "file" | "dir"; sha: string; size: number };

/** A file as the contents endpoints show it, its bytes in base64. */
export function shapeContent(
  call: RepositoryCall,
  { path, file }: { path: string; file: StoredFile },
) {
  const bytes = file.read();
  return {
    ...shapeEntry(call, { path, type: "file", sha: file.id, size: bytes.length }),
    encoding: "base64",
    content: Buffer.from(bytes).toString("base64"),
  };
}

/** The direct entries of a folder; empty if there is no such folder. */
export function shapeFolder(
  call: RepositoryCall,
  { files, folder }: { files: StoredFiles; folder: string },
) {
  const prefix = folder === "" ? "" : `${folder}/`;
  const entries = new Map<string, Entry>();
  for (const [path, file] of files) {
    if (!path.startsWith(prefix)) continue;
    const [first = "", ...deeper] = path.slice(prefix.length).split("/");
    const inside = `${prefix}${first}`;
    const isFolder = deeper.length > 0;
    entries.set(inside, {
      path: inside,
      type: isFolder ? "dir" : "file",
      sha: isFolder ? sha1(`tree ${inside}`) : file.id,
      size: isFolder ? 0 : file.read().length,
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
    ...shapeMoments(call, last),
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

function shapeMoments({ store }: RepositoryCall, last: HistoryEntry | undefined) {
  const at = momentOrNull(store, last?.at ?? null);
  const skin = skinOf(store);
  return {
    ...(skin.isGitea(24) && { last_committer_date: at, last_author_date: at }),
    ...(skin.isForgejo(16) && { last_commit_when: at }),
  };
}

function lastCommit({ repository }: RepositoryCall, path: string): HistoryEntry | undefined {
  const history = historyOf(repository, repository.defaultBranch);
  const isTouched = (other: string) => other === path || other.startsWith(`${path}/`);
  const touching = history.find(
    ({ pull, direct }) =>
      pull?.files.some((file) => isTouched(file.path)) || direct?.paths.some(isTouched),
  );
  return touching ?? history.at(-1);
}
