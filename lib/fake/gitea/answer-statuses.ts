import { type Answer, answerJson, answerNotFound } from "../answer.ts";
import type { FakeStatus, FakeStatusState } from "../store.ts";
import type { RepositoryCall } from "./call.ts";
import { commitOf } from "./commit-of.ts";
import { pageOf } from "./page.ts";
import { shapeRepository } from "./shape-repository.ts";
import { shapeUser } from "./shape-user.ts";

type Posted = FakeStatus & { id: number };

/** The last status of each context of a commit, those posted last on the first page; `total_count` is only the page's own length, as there. */
export function answerCombinedStatus(call: RepositoryCall): Answer {
  const { repository, store, params } = call;
  const sha = commitOf(repository, params.ref ?? "");
  if (sha === null) return answerNotFound(store);
  const { rows, headers } = pageOf(call, { all: latestOf(postedOn(call, sha)), kind: "link" });
  const url = `${apiOf(call)}/commits/${sha}`;
  return answerJson(
    {
      state: combine(rows),
      sha,
      total_count: rows.length,
      // Inside a page the database gives them in its own order.
      statuses: rows.length === 0 ? null : byAge(rows).map((row) => shapeStatus(call, sha, row)),
      repository: shapeRepository(call),
      commit_url: url,
      url: `${url}/status`,
    },
    headers,
  );
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

// Numbers of statuses begin anew with each commit.
const postedOn = ({ repository }: RepositoryCall, sha: string): Posted[] =>
  (repository.statuses.get(sha) ?? []).map((status, index) => ({ ...status, id: index + 1 }));

function latestOf(posted: readonly Posted[]): Posted[] {
  const latest = new Map<string, Posted>();
  for (const row of posted) latest.set(`${row.context}\0${row.workflow ?? ""}`, row);
  return byAge([...latest.values()]).toReversed();
}

const byAge = (rows: readonly Posted[]): Posted[] => rows.toSorted((a, b) => a.id - b.id);

function combine(rows: readonly Posted[]): FakeStatusState {
  const states = rows.map(({ state }) => state);
  if (states.some((state) => /^(error|failure|warning)$/.test(state))) return "failure";
  return states.length === 0 || states.includes("pending") ? "pending" : "success";
}

const apiOf = ({ store, repository }: RepositoryCall): string =>
  `${store.rootUrl}/api/v1/repos/${repository.owner}/${repository.name}`;

function shapeStatus(call: RepositoryCall, sha: string, row: Posted) {
  return {
    id: row.id,
    status: row.state,
    target_url: row.targetUrl,
    description: row.description,
    url: `${apiOf(call)}/statuses/${sha}`,
    context: row.context,
    creator: row.creator === null ? null : shapeUser(call.store, row.creator),
    created_at: row.at,
    updated_at: row.at,
  };
}
