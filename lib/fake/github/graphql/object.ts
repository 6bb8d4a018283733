import type { FakeRepository } from "../../store.ts";
import { filesOf, type StoredFile } from "../files.ts";
import { shaOf } from "../lines.ts";
import { nodeId } from "../node-id.ts";
import { compare } from "../ordered-rows.ts";
import { fail } from "./fail.ts";
import type { Graph, Node } from "./graph.ts";

export type ObjectArgs = { oid?: string | null; expression?: string | null };

/** A commit by its id or a branch's name, or what lies at `REF:PATH`; null where there is nothing. */
export function objectNode(
  graph: Graph,
  repository: FakeRepository,
  { oid, expression }: ObjectArgs,
): Node | null {
  const text = oid ?? expression;
  if (!text) throw fail(null, "The fake forge wants an oid or an expression of an object.");
  const at = text.indexOf(":");
  const named = (at < 0 ? text : text.slice(0, at)).replace(/^refs\/heads\//, "");
  const ref = named === "HEAD" ? repository.defaultBranch : named;
  if (at >= 0) return contentNode(repository, { ref, path: text.slice(at + 1) });
  const sha = shaOf(repository, ref);
  return sha === null ? null : graph.commit(repository, sha);
}

type Placed = { ref: string; path: string };

function contentNode(repository: FakeRepository, { ref, path }: Placed): Node | null {
  const files = filesOf(repository, ref);
  const file = files?.get(path);
  if (!files || file) return file ? blobNode(file) : null;
  const prefix = path === "" ? "" : `${path}/`;
  const inside = [...files].filter(([name]) => name.startsWith(prefix));
  if (inside.length === 0) return null;
  return {
    __typename: "Tree",
    id: nodeId("O", repository.id, ref, path),
    entries: () => entriesOf(repository, inside, { ref, path: prefix }),
  };
}

function entriesOf(
  repository: FakeRepository,
  inside: readonly (readonly [string, StoredFile])[],
  { ref, path: prefix }: Placed,
): Node[] {
  const names = new Map<string, StoredFile | null>();
  for (const [path, file] of inside) {
    const [name = "", ...deeper] = path.slice(prefix.length).split("/");
    names.set(name, deeper.length === 0 ? file : null);
  }
  const sorted = [...names].toSorted(([a], [b]) => compare(a, b));
  return sorted.map(([name, file]) => ({
    __typename: "TreeEntry",
    name,
    path: `${prefix}${name}`,
    type: file ? "blob" : "tree",
    mode: Number.parseInt(file?.mode ?? "40000", 8),
    ...(file ? { oid: file.id, size: () => file.read().length } : {}),
    object: () =>
      file ? blobNode(file) : contentNode(repository, { ref, path: `${prefix}${name}` }),
  }));
}

/** Above this only the beginning of a text is told. */
const TEXT_MAX_BYTES = 512_000;

function blobNode({ id, read }: StoredFile): Node {
  const bytes = read();
  const isBinary = bytes.subarray(0, 8000).includes(0);
  return {
    __typename: "Blob",
    id: nodeId("O", id),
    oid: id,
    byteSize: bytes.length,
    isBinary,
    isTruncated: bytes.length > TEXT_MAX_BYTES,
    text: () => (isBinary ? null : bytes.subarray(0, TEXT_MAX_BYTES).toString("utf8")),
  };
}
