import { type GitPlace, gitOf } from "./place.ts";

/** Takes a branch away; its commits stay, and so do the heads of pull requests. */
export function deleteBranch({ repository }: GitPlace, name: string): void {
  gitOf(repository).deleteRef(`refs/heads/${name}`);
}
