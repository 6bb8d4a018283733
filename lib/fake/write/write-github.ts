import { type Answer, answerJson } from "../answer.ts";
import { branchOf } from "../change/heads.ts";
import { tryMerge } from "../change/pull.ts";
import { change } from "../change.ts";
import type { FakeHook, FakeStatusState } from "../store.ts";
import { readGithub } from "../webhook/read-github.ts";
import { refuse, textOf, textsOf, type Write } from "./write.ts";
import { placeOf } from "./write-issue.ts";

/** Makes a branch where another one stands; an id that is no branch's tip is not found, because only tips are looked at. */
export function createRef(write: Write): Answer {
  const { repository } = write;
  const name = /^refs\/heads\/(.+)$/.exec(textOf(write, "ref") ?? "")?.[1];
  const sha = textOf(write, "sha");
  if (!name || !sha) return refuse(write, 422, "ref and sha are required");
  if (branchOf(repository, name)) return refuse(write, 422, "Reference already exists");
  const from = repository.branches.find((branch) => tipOf(write, branch.name) === sha);
  if (!from) return refuse(write, 422, "Object does not exist");
  change.createBranch(write, { name, from: from.name });
  const answer = { ref: `refs/heads/${name}`, object: { type: "commit", sha } };
  return { ...answerJson(answer), status: 201 };
}

function tipOf(write: Write, branch: string): unknown {
  const { commit } = Object(readGithub(write, `/branches/${encodeURIComponent(branch)}`));
  return Object(commit).sha;
}

const METHODS = ["merge", "squash", "rebase"] as const;

export function mergeGithubPull(write: Write): Answer {
  const place = placeOf(write);
  const pull = write.repository.pulls.find(({ number }) => number === place.number);
  if (!pull) return refuse(write, 404, "Not Found");
  const asked = textOf(write, "merge_method") ?? "merge";
  const kind = METHODS.find((each) => each === asked);
  if (!kind) return refuse(write, 422, `${asked} is no merge_method`);
  const expected = textOf(write, "sha");
  if (pull.state !== "open" || pull.draft)
    return refuse(write, 405, "Pull Request is not mergeable");
  if (expected && expected !== pull.headSha) return refuse(write, 409, "Head branch was modified.");
  const merged = tryMerge(place, { by: write.by, kind });
  if ("conflict" in merged) return refuse(write, 405, "Pull Request is not mergeable");
  const message = "Pull Request successfully merged";
  return answerJson({ sha: merged.sha, merged: true, message });
}

const STATES: readonly FakeStatusState[] = ["error", "failure", "pending", "success"];

export function createGithubStatus(write: Write): Answer {
  const sha = write.params.sha ?? "";
  const state = STATES.find((each) => each === textOf(write, "state"));
  if (!state || readGithub(write, `/commits/${sha}`) === null) {
    return refuse(
      write,
      422,
      state ? `No commit found for SHA: ${sha}` : "state is not included in the list",
    );
  }
  change.setStatus(write, {
    sha,
    state,
    context: textOf(write, "context") ?? "default",
    description: textOf(write, "description") ?? "",
    targetUrl: textOf(write, "target_url") ?? "",
    creator: write.by,
  });
  const statuses = readGithub(write, `/commits/${sha}/statuses`);
  return { ...answerJson(Array.isArray(statuses) ? statuses[0] : null), status: 201 };
}

/** Makes a hook, which is on unless the body says otherwise; a kind that nobody knows is refused. */
export function createGithubHook(write: Write): Answer {
  const config = Object(write.body.config);
  if (typeof config.url !== "string") return refuse(write, 422, "config.url is required");
  const events = textsOf(write, "events");
  const unknown = events.filter((event) => event !== "*" && !EVENTS.includes(event));
  if (unknown.length > 0) return refuse(write, 422, `unknown events: ${unknown.join(", ")}`);
  const hook = change.createHook(write, {
    dialect: "github",
    url: config.url,
    secret: typeof config.secret === "string" ? config.secret : "",
    events: events.length === 0 ? ["push"] : events,
    active: write.body.active !== false,
  });
  return { ...answerJson(shapeHook(hook)), status: 201 };
}

export function listGithubHooks({ repository }: Write): Answer {
  return answerJson(repository.hooks.map(shapeHook));
}

const EVENTS = [
  "branch_protection_rule",
  "check_run",
  "check_suite",
  "create",
  "delete",
  "issue_comment",
  "issues",
  "label",
  "merge_group",
  "pull_request",
  "pull_request_review",
  "push",
  "repository",
  "repository_ruleset",
  "status",
  "workflow_job",
  "workflow_run",
];

function shapeHook({ id, url, secret, events, active, createdAt }: FakeHook) {
  return {
    type: "Repository",
    id,
    name: "web",
    active,
    events,
    config: { content_type: "json", insecure_ssl: "0", url, ...(secret && { secret: "********" }) },
    updated_at: createdAt,
    created_at: createdAt,
  };
}
