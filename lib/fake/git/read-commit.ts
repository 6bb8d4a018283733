import type { FakeGit } from "./fake-git.ts";

export type GitCommit = {
  readonly id: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: string;
  readonly committer: string;
  /** When its author wrote it, which a rebase leaves as it is. */
  readonly authoredAt: string;
  /** When it was committed, in whole seconds, as `2026-01-02T03:04:05Z`. */
  readonly at: string;
  readonly message: string;
};

/** A commit by its id; throws where there is none. */
export function readCommit({ objects }: FakeGit, id: string): GitCommit {
  const text = objects.read("commit", id).toString("utf8");
  const end = text.indexOf("\n\n");
  const lines = text.slice(0, end).split("\n");
  const valuesOf = (key: string): string[] =>
    lines.filter((line) => line.startsWith(`${key} `)).map((line) => line.slice(key.length + 1));
  const committer = valuesOf("committer")[0] ?? "";
  const author = valuesOf("author")[0] ?? "";
  return {
    id,
    tree: valuesOf("tree")[0] ?? "",
    parents: valuesOf("parent"),
    author: nameOf(author),
    committer: nameOf(committer),
    authoredAt: momentOf(author),
    at: momentOf(committer),
    message: text.slice(end + 2),
  };
}

const nameOf = (signed: string): string => signed.slice(0, signed.indexOf(" <"));

const momentOf = (signed: string): string =>
  new Date(Number(signed.split(" ").at(-2)) * 1000).toISOString().replace(".000Z", "Z");
