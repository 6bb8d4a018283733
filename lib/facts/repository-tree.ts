/** Every file of a branch at one commit, links among them and repositories inside it not, without its text. */
export type RepositoryTree = {
  readonly sha: string;
  readonly paths: readonly string[];
};
