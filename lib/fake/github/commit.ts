import type { FakeFile, FakePullRequest } from "../store.ts";

export type Commit = {
  sha: string;
  /** The first is what the branch was at before. */
  parents: readonly string[];
  at: string;
  author: string;
  /** Without a line's end behind it. */
  message: string;
  /** The pull request that it brought, if one did. */
  readonly pull: FakePullRequest | null;
  files: () => readonly FakeFile[];
};
