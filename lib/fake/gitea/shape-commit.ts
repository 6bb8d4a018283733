import { treeOf } from "../git/commit.ts";
import { diffTrees } from "../git/diff-trees.ts";
import type { FakeGit } from "../git/fake-git.ts";
import { sha1 } from "../sha1.ts";
import type { FakeFile, FakeRepository } from "../store.ts";
import type { RepositoryCall } from "./call.ts";
import type { HistoryEntry } from "./history-entry.ts";
import { moment, NEVER_GO } from "./moment.ts";
import { shapeUser } from "./shape-user.ts";

/** The message that a squash merge leaves, or that somebody pushed. */
export function commitMessage({ pull, direct, git }: HistoryEntry): string {
  if (git) return git.message;
  const { title, body } = direct ?? pull ?? { title: "Initial commit", body: "" };
  return `${title}${pull ? ` (#${pull.number})` : ""}\n${body ? `\n${body}\n` : ""}`;
}

type AffectedFile = { filename: string; status: "added" | "removed" | "modified" };

/** What a commit did to files since its first parent; a rename is a removal and an addition. */
export function affectedBy(repository: FakeRepository, entry: HistoryEntry): AffectedFile[] {
  const { git } = repository;
  if (git && entry.git) return affectedInGit(git, entry);
  const { pull, direct } = entry;
  if (direct) return direct.paths.map((filename) => ({ filename, status: "modified" }));
  return (pull?.files ?? []).flatMap((file) => affected(file));
}

function affectedInGit(git: FakeGit, { parent, sha }: HistoryEntry): AffectedFile[] {
  const before = parent === null ? null : treeOf(git, parent);
  return diffTrees(git.objects, before, treeOf(git, sha)).map(({ path, before: was, after }) => {
    const status = was && after ? "modified" : after ? "added" : "removed";
    return { filename: path, status };
  });
}

function affected(file: FakeFile): AffectedFile[] {
  if (file.status === "changed") return [{ filename: file.path, status: "modified" }];
  if (file.status === "deleted") return [{ filename: file.path, status: "removed" }];
  const added: AffectedFile = { filename: file.path, status: "added" };
  if (file.status !== "renamed" || file.previousPath === null) return [added];
  return [{ filename: file.previousPath, status: "removed" }, added];
}

export function shapeCommit(call: RepositoryCall, entry: HistoryEntry) {
  const { repository, store, query } = call;
  const web = `${store.rootUrl}/${repository.owner}/${repository.name}`;
  const api = `${store.rootUrl}/api/v1/repos/${repository.owner}/${repository.name}/git`;
  const wants = (name: string) => query.get(name) !== "false";
  const account = shapeUser(store, entry.author);
  const parents = entry.git?.parents ?? (entry.parent === null ? [] : [entry.parent]);
  return {
    url: `${api}/commits/${entry.sha}`,
    sha: entry.sha,
    created: moment(store, entry.at),
    html_url: `${web}/commit/${entry.sha}`,
    commit: shapeRepoCommit(call, { entry, api }),
    author: account,
    committer: account,
    parents: parents.map((id) => ({ url: `${api}/commits/${id}`, sha: id, created: NEVER_GO })),
    files: wants("files") ? affectedBy(repository, entry) : null,
    stats: wants("stat") ? shapeStats(entry) : null,
  };
}

function shapeRepoCommit(
  { store, query }: RepositoryCall,
  { entry, api }: { entry: HistoryEntry; api: string },
) {
  const { login, email } = shapeUser(store, entry.author);
  const person = { name: login, email, date: moment(store, entry.at) };
  const verification = {
    verified: false,
    reason: "gpg.error.not_signed_commit",
    signature: "",
    signer: null,
    payload: "",
  };
  return {
    url: `${api}/commits/${entry.sha}`,
    author: person,
    committer: person,
    message: commitMessage(entry),
    tree: {
      url: `${api}/trees/${entry.sha}`,
      sha: sha1(`tree ${entry.sha}`),
      created: moment(store, entry.at),
    },
    verification: query.get("verification") === "false" ? null : verification,
  };
}

function shapeStats({ pull }: HistoryEntry) {
  const additions = (pull?.files ?? []).reduce((sum, file) => sum + file.additions, 0);
  const deletions = (pull?.files ?? []).reduce((sum, file) => sum + file.deletions, 0);
  return { total: additions + deletions, additions, deletions };
}
