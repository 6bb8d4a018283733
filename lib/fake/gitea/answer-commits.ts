import { type Answer, answerJson, answerNotFound } from "../answer.ts";
import { sha1 } from "../sha1.ts";
import type { FakeFile } from "../store.ts";
import type { RepositoryCall } from "./call.ts";
import { type HistoryEntry, historyOf } from "./history.ts";
import { pageOf } from "./page.ts";
import { shapeUser } from "./shape-user.ts";
import { within } from "./within.ts";

/** The first-parent history of a branch, newest first, each commit with its files. */
export function answerCommits(call: RepositoryCall): Answer {
  const { repository, query, store } = call;
  const history = historyFrom(call, query.get("sha") ?? repository.defaultBranch);
  if (!history) return answerNotFound(store);
  const path = query.get("path");
  const matching = history.filter(
    (entry) =>
      within(query, entry.at) &&
      (!path || filesOf(entry).some(({ filename }) => isUnder(filename, path))),
  );
  const { rows, headers } = pageOf(call, { all: matching, kind: "page-count" });
  return answerJson(
    rows.map((entry) => shapeCommit(call, entry)),
    headers,
  );
}

/** The message that a squash merge leaves, or that somebody pushed. */
export function commitMessage({ pull, direct }: HistoryEntry): string {
  const { title, body } = direct ?? pull ?? { title: "Initial commit", body: "" };
  return `${title}${pull ? ` (#${pull.number})` : ""}\n${body ? `\n${body}\n` : ""}`;
}

function historyFrom({ repository }: RepositoryCall, ref: string): HistoryEntry[] | null {
  if (repository.branches.some((branch) => branch.name === ref)) return historyOf(repository, ref);
  const history = historyOf(repository, repository.defaultBranch);
  const index = history.findIndex((entry) => entry.sha === ref);
  return index < 0 ? null : history.slice(index);
}

function isUnder(filename: string, path: string): boolean {
  return filename === path || filename.startsWith(`${path}/`);
}

type AffectedFile = { filename: string; status: "added" | "removed" | "modified" };

function filesOf({ pull, direct }: HistoryEntry): AffectedFile[] {
  if (direct) return direct.paths.map((filename) => ({ filename, status: "modified" }));
  return (pull?.files ?? []).flatMap((file) => affected(file));
}

function affected(file: FakeFile): AffectedFile[] {
  if (file.status === "changed") return [{ filename: file.path, status: "modified" }];
  if (file.status === "deleted") return [{ filename: file.path, status: "removed" }];
  const added: AffectedFile = { filename: file.path, status: "added" };
  if (file.status !== "renamed" || file.previousPath === null) return [added];
  return [{ filename: file.previousPath, status: "removed" }, added];
}

function shapeCommit(call: RepositoryCall, entry: HistoryEntry) {
  const { repository, store, query } = call;
  const web = `${store.rootUrl}/${repository.owner}/${repository.name}`;
  const api = `${store.rootUrl}/api/v1/repos/${repository.owner}/${repository.name}/git`;
  const wants = (name: string) => query.get(name) !== "false";
  const account = shapeUser(store, entry.author);
  const { parent } = entry;
  return {
    url: `${api}/commits/${entry.sha}`,
    sha: entry.sha,
    created: entry.at,
    html_url: `${web}/commit/${entry.sha}`,
    commit: shapeRepoCommit(call, { entry, api }),
    author: account,
    committer: account,
    parents: parent
      ? [{ url: `${api}/commits/${parent}`, sha: parent, created: "0001-01-01T00:00:00Z" }]
      : [],
    files: wants("files") ? filesOf(entry) : null,
    stats: wants("stat") ? shapeStats(entry) : null,
  };
}

function shapeRepoCommit(
  { store, query }: RepositoryCall,
  { entry, api }: { entry: HistoryEntry; api: string },
) {
  const { login, email } = shapeUser(store, entry.author);
  const person = { name: login, email, date: entry.at };
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
    tree: { url: `${api}/trees/${entry.sha}`, sha: sha1(`tree ${entry.sha}`), created: entry.at },
    verification: query.get("verification") === "false" ? null : verification,
  };
}

function shapeStats({ pull }: HistoryEntry) {
  const additions = (pull?.files ?? []).reduce((sum, file) => sum + file.additions, 0);
  const deletions = (pull?.files ?? []).reduce((sum, file) => sum + file.deletions, 0);
  return { total: additions + deletions, additions, deletions };
}
