import type { Answer } from "../answer.ts";
import { answerJson } from "../answer.ts";
import { branchOf } from "../change/heads.ts";
import { tryMerge } from "../change/pull.ts";
import { change } from "../change.ts";
import type { MergeKind } from "../git/merge-onto.ts";
import { tipOf } from "../git/tip-of.ts";
import type { FakePullRequest } from "../store.ts";
import { rowOfForgeList } from "./read-forge.ts";
import {
  answerNothing,
  answerRead,
  labelNames,
  refuse,
  textOf,
  textsOf,
  type Write,
} from "./write.ts";
import { placeOf } from "./write-issue.ts";

export function createPull(write: Write): Answer {
  const { repository, by } = write;
  const [title, headRef, baseRef] = ["title", "head", "base"].map((name) => textOf(write, name));
  if (!title || !headRef || !baseRef)
    return refuse(write, 422, "title, head and base are required");
  if (!hasBranch(write, headRef) || !hasBranch(write, baseRef)) {
    return refuse(write, 404, "The target couldn't be found.");
  }
  const twin = repository.pulls.find(
    (pull) => pull.state === "open" && pull.headRef === headRef && pull.baseRef === baseRef,
  );
  if (twin)
    return refuse(write, 409, `pull request already exists for these targets: #${twin.number}`);
  const body = textOf(write, "body") ?? "";
  const draft = /^(wip:|\[wip\])/i.test(title);
  const labels = labelNames(write);
  const { number } = change.openPull(write, {
    author: by,
    title,
    body,
    draft,
    labels,
    headRef,
    baseRef,
  });
  for (const reviewer of textsOf(write, "reviewers")) {
    change.requestReview({ ...write, number }, reviewer);
  }
  return answerRead(write, `/pulls/${number}`);
}

function hasBranch({ repository }: Write, name: string): boolean {
  if (repository.git) return tipOf(repository.git, `refs/heads/${name}`) !== null;
  return branchOf(repository, name) !== undefined;
}

export function createReview(write: Write): Answer {
  const pull = pullOf(write);
  if (!pull) return refuse(write, 404, "The target couldn't be found.");
  const event = textOf(write, "event") ?? "COMMENT";
  const body = textOf(write, "body") ?? "";
  const state = event === "APPROVE" ? "APPROVED" : event;
  if (state !== "APPROVED" && state !== "REQUEST_CHANGES" && state !== "COMMENT") {
    return refuse(write, 422, `review event ${event} is not supported here`);
  }
  if (state !== "APPROVED" && body === "") return refuse(write, 422, "review event needs a body");
  if (state !== "COMMENT" && pull.author === write.by) {
    return refuse(write, 422, "approve or reject your own pull is not allowed");
  }
  const { id } = change.review(placeOf(write), { author: write.by, state, body });
  return answerJson(rowOfForgeList(write, `/pulls/${pull.number}/reviews`, id));
}

const KINDS: Partial<Record<string, MergeKind>> = {
  merge: "merge",
  rebase: "rebase",
  "rebase-merge": "merge",
  squash: "squash",
};

/** Merges as somebody does who may; what the branch demands is not asked. */
export function mergePull(write: Write): Answer {
  const pull = pullOf(write);
  if (!pull) return refuse(write, 404, "The target couldn't be found.");
  const kind = KINDS[textOf(write, "do") ?? textOf(write, "Do") ?? ""];
  if (!kind)
    return refuse(write, 422, "[Do]: Required, one of merge, rebase, rebase-merge, squash");
  if (pull.state !== "open" || pull.draft) return refuse(write, 405, "Please try again later");
  const expected = textOf(write, "head_commit_id");
  if (expected && expected !== pull.headSha) return refuse(write, 409, "head out of date");
  const merged = tryMerge(placeOf(write), { by: write.by, kind });
  if ("conflict" in merged) return refuse(write, 409, `merge conflict in ${merged.conflict}`);
  return answerNothing(200);
}

function pullOf({ repository, params }: Write): FakePullRequest | undefined {
  return repository.pulls.find(({ number }) => number === Number(params.index));
}
