import { type Answer, answerJson, answerNotFound } from "../answer.ts";
import type { FakeStatus } from "../store.ts";
import type { RepositoryCall } from "./call.ts";
import { combine } from "./combine.ts";
import { commitOf } from "./commit-of.ts";
import { moment } from "./moment.ts";
import { pageOf } from "./page.ts";
import { shapeRepository } from "./shape-repository.ts";
import { shapeUser } from "./shape-user.ts";
import { skinOf } from "./skin.ts";

type Posted = FakeStatus & { id: number };

/** The last status of each context of a commit, those posted last on the first page; `total_count` is only the page's own length, as there. */
export function answerCombinedStatus(call: RepositoryCall): Answer {
  const { repository, store, params } = call;
  const sha = commitOf(repository, params.ref ?? "");
  if (sha === null) return answerNotFound(store);
  const skin = skinOf(store);
  const kind = skin.isGitea(26) ? "link" : "no-link";
  const { rows, headers } = pageOf(call, { all: latestOf(call, sha), kind });
  const state = combine(skin, rows);
  if (skin.isGitea(25)) {
    const url = `${apiOf(call)}/commits/${sha}`;
    const links = { commit_url: url, url: `${url}/status` };
    return answerJson({ ...shapeCombined(call, sha, rows), state, ...links }, headers);
  }
  const links = { commit_url: "", url: "" };
  if (rows.length > 0) {
    return answerJson({ ...shapeCombined(call, sha, rows), state, ...links }, headers);
  }
  // Nothing posted: a document without even the commit's id, and without a count.
  return answerJson({ state, sha: "", total_count: 0, statuses: null, repository: null, ...links });
}

/** Everything that was ever posted on a commit, newest first; of an id that nobody knows there is nothing. */
export function answerStatuses(call: RepositoryCall): Answer {
  const sha = call.params.sha ?? "";
  return answerHistory(call, sha);
}

export function answerStatusesOfRef(call: RepositoryCall): Answer {
  const sha = commitOf(call.repository, call.params.ref ?? "");
  return sha === null ? answerNotFound(call.store) : answerHistory(call, sha);
}

function answerHistory(call: RepositoryCall, sha: string): Answer {
  const state = call.query.get("state");
  const all = postedOn(call, sha).filter((row) => !state || row.state === state);
  const isOldestFirst = /^(oldest|leastupdate|highestindex)$/.test(call.query.get("sort") ?? "");
  const sorted = isOldestFirst ? all : all.toReversed();
  const { rows, headers } = pageOf(call, { all: sorted, kind: "link" });
  return answerJson(
    rows.map((row) => shapeStatus(call, sha, row)),
    headers,
  );
}

// Numbers of statuses begin anew with each commit. Before 1.25, and on Forgejo, a job that was skipped
// was posted as one that had passed.
function postedOn({ repository, store }: RepositoryCall, sha: string): Posted[] {
  const hasSkipped = skinOf(store).isGitea(25);
  return (repository.statuses.get(sha) ?? []).map((status, index) => {
    const isTold = status.state !== "skipped" || hasSkipped;
    const told = isTold ? status : { ...status, ...SKIPPED };
    return { ...told, id: index + 1 };
  });
}

const SKIPPED = { state: "success", description: "Has been skipped" } as const;

// From 1.27 on, two workflow files that post one context do not overwrite each other.
function latestOf(call: RepositoryCall, sha: string): Posted[] {
  const tellsFiles = skinOf(call.store).isGitea(27);
  const latest = new Map<string, Posted>();
  for (const row of postedOn(call, sha)) {
    latest.set(tellsFiles ? `${row.context}\0${row.workflow ?? ""}` : row.context, row);
  }
  return byAge([...latest.values()]).toReversed();
}

const byAge = (rows: readonly Posted[]): Posted[] => rows.toSorted((a, b) => a.id - b.id);

const apiOf = ({ store, repository }: RepositoryCall): string =>
  `${store.rootUrl}/api/v1/repos/${repository.owner}/${repository.name}`;

function shapeCombined(call: RepositoryCall, sha: string, rows: readonly Posted[]) {
  // Inside a page the database gives them in its own order.
  const statuses = byAge(rows).map((row) => shapeStatus(call, sha, row));
  return {
    sha,
    total_count: rows.length,
    statuses: rows.length === 0 ? null : statuses,
    repository: shapeRepository(call),
  };
}

function shapeStatus(call: RepositoryCall, sha: string, row: Posted) {
  return {
    id: row.id,
    status: row.state,
    target_url: row.targetUrl,
    description: row.description,
    url: `${apiOf(call)}/statuses/${sha}`,
    context: row.context,
    creator: row.creator === null ? null : shapeUser(call.store, row.creator),
    created_at: moment(call.store, row.at),
    updated_at: moment(call.store, row.at),
  };
}
