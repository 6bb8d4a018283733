import { sha1 } from "./sha1.ts";
import type { FakeBranch, FakeDirectCommit, FakeRepository, FakeStore } from "./store.ts";

type Place = { store: FakeStore; repository: FakeRepository };

/** Pushes one commit onto the default branch, without a pull request. */
export function push(
  { store, repository }: Place,
  input: { author: string; title: string; body?: string; paths?: string[] },
): FakeDirectCommit {
  const at = store.clock.now();
  const nth = repository.directCommits.length;
  const sha = sha1(`${repository.name} ${at} ${nth} ${input.title}`);
  const pushed = { body: "", paths: [], ...input, sha, at };
  repository.directCommits.push(pushed);
  return pushed;
}

/** Writes a file of the default branch, new or not, with a commit of its own. */
export function editFile(place: Place, { path, text }: { path: string; text: string }) {
  defaultBranchOf(place.repository).files.set(path, text);
  return pushed(place, "edit", [path]);
}

export function renameFile(place: Place, { from, to }: { from: string; to: string }) {
  const { files } = defaultBranchOf(place.repository);
  files.set(to, takeFrom(files, from));
  return pushed(place, "rename", [from, to]);
}

export function deleteFile(place: Place, path: string) {
  takeFrom(defaultBranchOf(place.repository).files, path);
  return pushed(place, "delete", [path]);
}

const pushed = (place: Place, verb: string, paths: string[]): FakeDirectCommit =>
  push(place, { author: place.store.viewer, title: `chore: ${verb} ${paths.join(" to ")}`, paths });

function takeFrom(files: Map<string, string>, path: string): string {
  const text = files.get(path);
  if (text === undefined) throw new Error(`The branch has no file ${path}.`);
  files.delete(path);
  return text;
}

export function defaultBranchOf({ name, branches, defaultBranch }: FakeRepository): FakeBranch {
  const found = branches.find((branch) => branch.name === defaultBranch);
  if (!found) throw new Error(`${name} has no branch ${defaultBranch}.`);
  return found;
}
