import { commit, type GitChange } from "../git/commit.ts";
import { createGit, type FakeGit } from "../git/fake-git.ts";
import { type MergeKind, mergeOnto } from "../git/merge-onto.ts";
import { messageOf } from "../git/merge-pull.ts";
import { headRefOf } from "../git/place.ts";
import { sha1 } from "../sha1.ts";
import type { FakePullRequest } from "../store.ts";
import type { PlannedFile } from "./planned-file.ts";
import { renderFile } from "./render-file.ts";

type Head = Pick<FakePullRequest, "number" | "title" | "author"> & {
  readonly at: string;
  readonly files: readonly PlannedFile[];
  readonly kind: MergeKind;
};
type Pushed = {
  readonly title: string;
  readonly author: string;
  readonly at: string;
  readonly changes: readonly GitChange[];
};

/** Writes the commits of a generated repository, or only makes ids up for them. */
export type History = {
  readonly git: FakeGit | null;
  /** A commit on the default branch. */
  push(pushed: Pushed): string;
  /** The head of a pull request, on the tip as it is now. */
  open(head: Head): string;
  /** Puts a head onto the default branch. */
  merge(pull: FakePullRequest, how: { kind: MergeKind; by: string; at: string }): string;
  /** A branch for a head that is still open. */
  keepBranch(pull: FakePullRequest): void;
};

const MAIN = "refs/heads/main";

export function writtenHistory(): History {
  const git = createGit();
  const tip = (): string => git.refs.get(MAIN) ?? "";
  return {
    git,
    push: ({ title, ...rest }) =>
      commit(git, { ...rest, ref: MAIN, parents: tip() === "" ? [] : [tip()], message: title }),
    open({ number, title, author, at, files, kind }) {
      const changes = files.map(toChange);
      // A rebase of one commit looks like a squash, so it has two where it can.
      const half =
        kind === "squash" || changes.length < 2 ? changes.length : Math.ceil(changes.length / 2);
      const made = { ref: null, author, at };
      const first = commit(git, {
        ...made,
        parents: [tip()],
        message: title,
        changes: changes.slice(0, half),
      });
      const rest = changes.slice(half);
      const message = `chore: complete "${title}"`;
      const id =
        rest.length === 0
          ? first
          : commit(git, { ...made, parents: [first], message, changes: rest });
      git.setRef(headRefOf(number), id);
      return id;
    },
    merge(pull, { kind, by, at }) {
      const merged = mergeOnto(git, {
        kind,
        base: tip(),
        head: pull.headSha,
        message: messageOf(pull, kind),
        author: kind === "merge" ? by : pull.author,
        committer: by,
        at,
      });
      if ("conflict" in merged) throw new Error(`#${pull.number} conflicts at ${merged.conflict}.`);
      git.setRef(MAIN, merged.sha);
      return merged.sha;
    },
    keepBranch: ({ headRef, headSha }) => git.setRef(`refs/heads/${headRef}`, headSha),
  };
}

export function madeUpHistory(seed: number): History {
  return {
    git: null,
    push: ({ title, at }) => sha1(`${seed} ${at} ${title}`),
    open: ({ number }) => sha1(`${seed} ${number} head`),
    merge: ({ number }) => sha1(`${seed} ${number} merged`),
    keepBranch: () => {},
  };
}

function toChange({ file, row, blocks }: PlannedFile): GitChange {
  if (blocks === null) return { kind: "delete", path: row.path };
  const content = renderFile(file, blocks);
  return row.previousPath === null
    ? { kind: "write", path: row.path, content }
    : { kind: "rename", from: row.previousPath, path: row.path, content };
}
