import type { FakeBranch, FakeRepository } from "../store.ts";
import { beginBranch, branchOf } from "./heads.ts";
import type { Ground } from "./place.ts";
import { raise } from "./raise.ts";

/** Gives a repository another name; the old one leads to it. */
export function rename(target: FakeRepository | Ground, name: string): void {
  const repository = "store" in target ? target.repository : target;
  const from = repository.name;
  repository.formerNames = [...repository.formerNames, from];
  repository.name = name;
  if (!("store" in target)) repository.revision += 1;
  else raise(target, { kind: "repository", action: "renamed", from, sender: target.store.viewer });
}

/** Makes a branch of another one, the default branch unless one is named. */
export function createBranch(
  ground: Ground,
  { name, from = ground.repository.defaultBranch }: { name: string; from?: string },
): FakeBranch {
  const { repository, store } = ground;
  if (branchOf(repository, name))
    throw new Error(`${repository.name} has a branch ${name} already.`);
  const source = branchOf(repository, from);
  if (!source) throw new Error(`${repository.name} has no branch ${from} to begin at.`);
  const sha = beginBranch(ground, { name, from });
  const branch = { name, files: new Map(source.files), protection: null };
  repository.branches.push(branch);
  raise(ground, { kind: "branch-created", branch: name, sha, sender: store.viewer });
  return branch;
}
