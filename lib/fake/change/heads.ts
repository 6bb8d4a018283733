import { commitOn } from "../git/commit-on.ts";
import { createBranch } from "../git/create-branch.ts";
import type { Merged, MergeKind } from "../git/merge-onto.ts";
import { mergePull } from "../git/merge-pull.ts";
import { openPullHead } from "../git/open-pull-head.ts";
import { pushToPull } from "../git/push-to-pull.ts";
import { tipOf } from "../git/tip-of.ts";
import { sha1 } from "../sha1.ts";
import type { FakeBranch, FakeFile, FakeRepository } from "../store.ts";
import { applyChanges, changedBy, type FileChange } from "./file-change.ts";
import { type Ground, type Place, pullOrThrow } from "./place.ts";

// What stands in a repository's git, where it has one, and what takes its place where it has none:
// there an id only has to be new, and files are told from the branch's own.

type Opened = { headSha: string; files: FakeFile[] };
type Opening = {
  number: number;
  headRef: string;
  baseRef: string;
  author: string;
  message: string;
  changes: readonly FileChange[];
};

export function openHead(ground: Ground, opening: Opening): Opened {
  const { repository } = ground;
  if (repository.git) return openPullHead(ground, opening);
  const { number, baseRef, headRef } = opening;
  const headSha = sha1(`${repository.id} ${number} head 1`);
  const base = branchOf(repository, baseRef);
  const head = branchOf(repository, headRef);
  const changes = opening.changes.length === 0 && head ? between(base, head) : opening.changes;
  return { headSha, files: changedBy(base, changes) };
}

type Pushing = { author: string; message: string; changes: readonly FileChange[] };

/** Gives the pull request another head, and its files with it. */
export function pushHead(place: Place, pushing: Pushing): string {
  const { repository, store, number } = place;
  if (repository.git) return pushToPull(place, { number, ...pushing });
  const pull = pullOrThrow(place);
  const { changes } = pushing;
  pull.headSha = sha1(`${pull.headSha} ${store.clock.now()} ${JSON.stringify(changes)}`);
  const added = changedBy(branchOf(repository, pull.baseRef), changes);
  const kept = pull.files.filter(({ path }) => !added.some((each) => each.path === path));
  pull.files = [...kept, ...added];
  return pull.headSha;
}

/** Puts the head onto its base branch; on a conflict nothing was changed. */
export function mergeHead(place: Place, { by, kind }: { by: string; kind: MergeKind }): Merged {
  const { repository, number } = place;
  if (repository.git) return mergePull(place, { number, kind, by });
  const pull = pullOrThrow(place);
  const sha = sha1(`${repository.name}#${number} merged`);
  pull.mergeSha = sha;
  const branch = branchOf(repository, pull.baseRef);
  if (branch) takeOver(branch, pull.files);
  return { sha };
}

type Committing = Pushing & { branch: string };

/** One commit on a branch, and its id. */
export function commitTo(ground: Ground, committing: Committing): string {
  const { repository, store } = ground;
  const { branch, changes, message } = committing;
  if (repository.git) return commitOn(ground, committing);
  const files = branchOf(repository, branch);
  if (files) applyChanges(files, changes);
  return sha1(`${repository.name} ${store.clock.now()} ${repository.revision} ${message}`);
}

/** The commit at which a new branch stands. */
export function beginBranch(
  ground: Ground,
  { name, from }: { name: string; from: string },
): string {
  if (ground.repository.git) return createBranch(ground, { name, from });
  return tipOfBranch(ground.repository, from);
}

/** The newest commit of a branch; without git, whatever was last brought to the default branch. */
export function tipOfBranch(repository: FakeRepository, branch: string): string {
  if (repository.git) return tipOf(repository.git, `refs/heads/${branch}`) ?? "0".repeat(40);
  let last = { at: "", sha: sha1(`${repository.id} root`) };
  for (const { mergedAt, mergeSha } of repository.pulls) {
    if (mergedAt !== null && mergeSha !== null && mergedAt >= last.at) {
      last = { at: mergedAt, sha: mergeSha };
    }
  }
  for (const { at, sha } of repository.directCommits) if (at >= last.at) last = { at, sha };
  return last.sha;
}

export function branchOf({ branches }: FakeRepository, name: string): FakeBranch | undefined {
  return branches.find((each) => each.name === name);
}

/** What makes one branch's files of another's. */
function between(base: FakeBranch | undefined, head: FakeBranch): FileChange[] {
  const changes: FileChange[] = [];
  for (const [path, content] of head.files) {
    if (base?.files.get(path) !== content) changes.push({ kind: "write", path, content });
  }
  for (const path of base?.files.keys() ?? []) {
    if (!head.files.has(path)) changes.push({ kind: "delete", path });
  }
  return changes;
}

function takeOver(branch: FakeBranch, files: readonly FakeFile[]): void {
  for (const file of files) {
    if (file.previousPath && file.status === "renamed") branch.files.delete(file.previousPath);
    if (file.status === "deleted") branch.files.delete(file.path);
    else if (!branch.files.has(file.path)) branch.files.set(file.path, `${file.path}\n`);
  }
}
