import type { FileChange } from "./change/file-change.ts";
import { commitTo, tipOfBranch } from "./change/heads.ts";
import type { Ground } from "./change/place.ts";
import { raise } from "./change/raise.ts";
import type { FakeBranch, FakeDirectCommit, FakeRepository } from "./store.ts";

type Pushed = {
  author: string;
  title: string;
  body?: string;
  paths?: string[];
  /** What it does to files; absent leaves them as they are, whatever paths it names. */
  changes?: readonly FileChange[];
};

/** Pushes one commit onto the default branch, without a pull request. */
export function push(ground: Ground, input: Pushed): FakeDirectCommit {
  const { store, repository } = ground;
  const { author, title, body = "", changes = [] } = input;
  const branch = repository.defaultBranch;
  const before = tipOfBranch(repository, branch);
  const message = body ? `${title}\n\n${body}` : title;
  const sha = commitTo(ground, { branch, author, message, changes });
  const paths = input.paths ?? changes.flatMap(pathsOf);
  const row = { sha, title, body, author, at: store.clock.now(), paths };
  repository.directCommits.push(row);
  raise(ground, { kind: "push", branch, before, after: sha, title, paths, sender: author });
  return row;
}

const pathsOf = (change: FileChange): string[] =>
  change.kind === "rename" ? [change.from, change.path] : [change.path];

/** Writes a file of the default branch, new or not, with a commit of its own. */
export function editFile(place: Ground, { path, text }: { path: string; text: string }) {
  return pushed(place, "edit", { kind: "write", path, content: text });
}

export function renameFile(place: Ground, { from, to }: { from: string; to: string }) {
  requireFile(place, from);
  return pushed(place, "rename", { kind: "rename", from, path: to });
}

export function deleteFile(place: Ground, path: string) {
  requireFile(place, path);
  return pushed(place, "delete", { kind: "delete", path });
}

function pushed(place: Ground, verb: string, change: FileChange): FakeDirectCommit {
  const title = `chore: ${verb} ${pathsOf(change).join(" to ")}`;
  return push(place, { author: place.store.viewer, title, changes: [change] });
}

function requireFile({ repository }: Ground, path: string): void {
  if (defaultBranchOf(repository).files.has(path)) return;
  throw new Error(`The branch has no file ${path}.`);
}

export function defaultBranchOf({ name, branches, defaultBranch }: FakeRepository): FakeBranch {
  const found = branches.find((branch) => branch.name === defaultBranch);
  if (!found) throw new Error(`${name} has no branch ${defaultBranch}.`);
  return found;
}
