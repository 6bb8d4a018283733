import type { FakeGit } from "./fake-git.ts";
import { entryAt, type FileMode, type TreeEntry } from "./tree.ts";
import { type TreeEdits, writeTree } from "./write-tree.ts";

export type GitChange =
  | {
      readonly kind: "write";
      readonly path: string;
      readonly content: string | Uint8Array;
      readonly executable?: boolean;
    }
  | { readonly kind: "delete"; readonly path: string }
  | {
      readonly kind: "rename";
      readonly from: string;
      readonly path: string;
      readonly content?: string | Uint8Array;
    };

export type CommitInput = {
  /** The ref that is moved to it; null moves none. */
  readonly ref: string | null;
  readonly parents: readonly string[];
  readonly message: string;
  readonly author: string;
  /** Who made the commit of it; the author where nobody is given. */
  readonly committer?: string;
  /** RFC 3339; git keeps whole seconds. */
  readonly at: string;
  /** When the author wrote it; the moment of the commit where it is not given. */
  readonly authoredAt?: string;
};

/** Writes a commit of changes to its first parent's files; throws where one names a file that is not there. */
export function commit(
  git: FakeGit,
  { changes, ...input }: CommitInput & { readonly changes: readonly GitChange[] },
): string {
  const parent = input.parents[0];
  const before = parent === undefined ? null : treeOf(git, parent);
  const tree = writeTree(git.objects, before, editsOf(git, before, changes));
  return commitTree(git, { ...input, tree });
}

/** Writes a commit of a tree that is there already. */
export function commitTree(git: FakeGit, input: CommitInput & { readonly tree: string }): string {
  const { ref, parents, message, author, committer = author, at, authoredAt = at, tree } = input;
  const head = [
    `tree ${tree}`,
    ...parents.map((parent) => `parent ${parent}`),
    `author ${signed(author, authoredAt)}`,
    `committer ${signed(committer, at)}`,
  ].join("\n");
  const body = Buffer.from(`${head}\n\n${message.replaceAll("\0", "").trimEnd()}\n`);
  const id = git.objects.add("commit", body);
  if (ref !== null) git.setRef(ref, id);
  return id;
}

const TREE_AT = "tree ".length;

/** The tree of a commit. */
export const treeOf = ({ objects }: FakeGit, id: string): string =>
  objects.read("commit", id).toString("latin1", TREE_AT, TREE_AT + 40);

function signed(login: string, at: string): string {
  const seconds = Math.floor(Date.parse(at) / 1000);
  if (!Number.isFinite(seconds)) throw new Error(`${at} is no moment of a commit.`);
  const name = login.replace(/[<>\n\0]/g, "").trim() || "nobody";
  return `${name} <${name.replaceAll(" ", ".")}@users.example> ${seconds} +0000`;
}

function editsOf(
  { objects }: FakeGit,
  tree: string | null,
  changes: readonly GitChange[],
): TreeEdits {
  const edits = new Map<string, TreeEntry | null>();
  const held = (path: string): TreeEntry | null =>
    edits.get(path) ?? (tree === null || edits.has(path) ? null : entryAt(objects, tree, path));
  const blob = (content: string | Uint8Array, base: TreeEntry | null): string =>
    objects.add("blob", Buffer.from(content), base?.id ?? null);
  const heldOrThrow = (path: string): TreeEntry => {
    const entry = held(path);
    if (entry === null) throw new Error(`The commit's parent has no file ${path}.`);
    return entry;
  };
  for (const change of changes) {
    if (change.kind === "delete") {
      heldOrThrow(change.path);
      edits.set(change.path, null);
    } else if (change.kind === "rename") {
      const from = heldOrThrow(change.from);
      edits.set(change.from, null);
      const id = change.content === undefined ? from.id : blob(change.content, from);
      edits.set(change.path, { mode: from.mode, id });
    } else {
      const before = held(change.path);
      edits.set(change.path, { mode: modeOf(change, before), id: blob(change.content, before) });
    }
  }
  return edits;
}

function modeOf({ executable }: { executable?: boolean }, before: TreeEntry | null): FileMode {
  if (executable === undefined) return before?.mode === "100755" ? "100755" : "100644";
  return executable ? "100755" : "100644";
}
