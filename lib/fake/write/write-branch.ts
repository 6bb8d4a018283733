import { type Answer, answerJson } from "../answer.ts";
import { commitToBranch } from "../change/commit-to-branch.ts";
import type { FileChange } from "../change/file-change.ts";
import { branchOf } from "../change/heads.ts";
import { change } from "../change.ts";
import { skinOf } from "../gitea/skin.ts";
import type { FakeStatusState } from "../store.ts";
import { readGitea } from "../webhook/read-gitea.ts";
import { readForge } from "./read-forge.ts";
import { answerRead, refuse, textOf, type Write } from "./write.ts";

export function createBranch(write: Write): Answer {
  const { repository } = write;
  const name = textOf(write, "new_branch_name");
  if (!name) return refuse(write, 422, "[NewBranchName]: Required");
  const asked = textOf(write, "old_ref_name") ?? textOf(write, "old_branch_name");
  const from = asked ?? repository.defaultBranch;
  if (branchOf(repository, name)) return refuse(write, 409, `The branch ${name} already exists.`);
  if (!branchOf(repository, from)) return refuse(write, 404, `The branch ${from} does not exist.`);
  change.createBranch(write, { name, from });
  return answerRead(write, `/branches/${encodeURIComponent(name)}`);
}

const STATES: readonly FakeStatusState[] = ["pending", "success", "error", "failure", "warning"];

/** Posts a status. Of a commit that nobody knows the real one answers 500. */
export function createStatus(write: Write): Answer {
  const sha = write.params.sha ?? "";
  const asked = textOf(write, "state");
  const known = skinOf(write.store).isGitea(25) ? [...STATES, "skipped" as const] : STATES;
  const state = known.find((each) => each === asked);
  if (!state) return refuse(write, 422, `${asked} is no state of a status`);
  if (readGitea(write, `/commits/${sha}/status`) === null) {
    return refuse(write, 500, `object does not exist [id: ${sha}]`);
  }
  change.setStatus(write, {
    sha,
    state,
    context: textOf(write, "context") ?? "default",
    description: textOf(write, "description") ?? "",
    targetUrl: textOf(write, "target_url") ?? "",
    creator: write.by,
  });
  const [newest] = listOf(readGitea(write, `/statuses/${sha}?limit=1`));
  return { ...answerJson(newest), status: 201 };
}

/** Writes or deletes one file of a branch, with a commit of its own. */
export function writeFile(write: Write): Answer {
  const { asked, params, repository } = write;
  const path = params.filepath ?? "";
  const branch = textOf(write, "branch") ?? repository.defaultBranch;
  const files = branchOf(repository, branch)?.files;
  if (!files) return refuse(write, 404, "The target couldn't be found.");
  const isThere = files.has(path);
  if (asked.method === "POST" && isThere)
    return refuse(write, 422, "repository file already exists");
  if (asked.method === "DELETE" && !isThere) return refuse(write, 404, "file does not exist");
  const content = Buffer.from(textOf(write, "content") ?? "", "base64").toString("utf8");
  const did: FileChange =
    asked.method === "DELETE" ? { kind: "delete", path } : { kind: "write", path, content };
  const title =
    textOf(write, "message") ?? `${asked.method === "DELETE" ? "Delete" : "Write"} ${path}`;
  const sha = commitToBranch(write, { branch, author: write.by, title, changes: [did] });
  const answer = {
    content: readForge(write, `/contents/${path}?ref=${encodeURIComponent(branch)}`),
    commit: { sha, message: `${title}\n` },
    verification: null,
  };
  return { ...answerJson(answer), status: isThere ? 200 : 201 };
}

function listOf(read: unknown): unknown[] {
  return Array.isArray(read) ? read : [];
}
