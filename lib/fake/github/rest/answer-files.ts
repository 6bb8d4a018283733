import { type Answer, answerJson } from "../../answer.ts";
import { sha1 } from "../../sha1.ts";
import { blobOf, filesOf, type StoredFile } from "../files.ts";
import { nodeId } from "../node-id.ts";
import { compare } from "../ordered-rows.ts";
import { notFound } from "../reply.ts";
import { apiOf, webOf } from "../site.ts";
import type { Call } from "./call.ts";

/** Above this a file's text is left out of its document, and has to be asked for as a blob. */
const CONTENT_MAX_BYTES = 1_048_576;

/** A whole tree in one answer, cut where it is too long; it has no pages. */
export function answerTree(call: Call): Answer {
  const { params, query, repository, skin } = call;
  const files = filesOf(repository, params.sha ?? "");
  if (!files) return notFound();
  // Any value counts, `0` and `false` too.
  const isRecursive = query.has("recursive");
  const entries = entriesOf(call, files).filter(({ path }) => isRecursive || !path.includes("/"));
  const tree = entries.slice(0, skin.treeMax);
  const sha = sha1(`tree ${params.sha}`);
  const url = `${apiOf(call)}/git/trees/${sha}`;
  return answerJson({ sha, url, tree, truncated: tree.length < entries.length });
}

type TreeEntry = {
  path: string;
  mode: string;
  type: string;
  sha: string;
  size?: number;
  url: string;
};

function entriesOf(call: Call, files: ReadonlyMap<string, StoredFile>): TreeEntry[] {
  const git = `${apiOf(call)}/git`;
  const entries = new Map<string, TreeEntry>();
  for (const [path, { id, mode, read }] of files) {
    const parts = path.split("/");
    for (let depth = 1; depth < parts.length; depth += 1) {
      const folder = parts.slice(0, depth).join("/");
      const sha = sha1(`tree ${folder}`);
      const url = `${git}/trees/${sha}`;
      entries.set(folder, { path: folder, mode: "040000", type: "tree", sha, url });
    }
    const size = read().length;
    entries.set(path, { path, mode, type: "blob", sha: id, size, url: `${git}/blobs/${id}` });
  }
  return [...entries.values()].toSorted((a, b) => compare(a.path, b.path));
}

/** A file with its content, or the entries of a folder without theirs. */
export function answerContents(call: Call): Answer {
  const { params, query, repository } = call;
  const ref = query.get("ref") ?? repository.defaultBranch;
  const files = filesOf(repository, ref);
  if (!files) return notFound();
  const path = (params.path ?? "").replace(/^\/|\/$/g, "");
  const file = files.get(path);
  if (file) return answerFile(call, { path, ref, file });
  const prefix = path === "" ? "" : `${path}/`;
  const entries = entriesOf(call, files).filter(
    (entry) => entry.path.startsWith(prefix) && !entry.path.slice(prefix.length).includes("/"),
  );
  if (entries.length === 0) return notFound();
  return answerJson(
    entries.map(({ path: inside, type, sha, size = 0 }) => {
      const kind = type === "tree" ? "dir" : "file";
      return shapeEntry(call, { path: inside, ref, type: kind, sha, size });
    }),
  );
}

type Placed = { path: string; ref: string; file: StoredFile };

function answerFile(call: Call, { path, ref, file }: Placed): Answer {
  const bytes = file.read();
  if (/^application\/vnd\.github\.(v3\.)?raw/.test(call.headers.accept ?? "")) {
    return { status: 200, headers: { "Content-Type": "application/vnd.github.raw" }, body: bytes };
  }
  const isLarge = bytes.length > CONTENT_MAX_BYTES;
  return answerJson({
    ...shapeEntry(call, { path, ref, type: "file", sha: file.id, size: bytes.length }),
    content: isLarge ? "" : base64Of(bytes),
    encoding: isLarge ? "none" : "base64",
  });
}

// Lines of sixty, each with its end: whoever decodes must leave the ends out.
const base64Of = (bytes: Buffer): string =>
  bytes.toString("base64").replace(/.{1,60}/g, (line) => `${line}\n`);

type Entry = { path: string; ref: string; type: "file" | "dir"; sha: string; size: number };

function shapeEntry(call: Call, { path, ref, type, sha, size }: Entry) {
  const name = path.split("/").map(encodeURIComponent).join("/");
  const url = `${apiOf(call)}/contents/${name}?ref=${encodeURIComponent(ref)}`;
  const html_url = `${webOf(call)}/${type === "dir" ? "tree" : "blob"}/${ref}/${name}`;
  const git_url = `${apiOf(call)}/git/${type === "dir" ? "trees" : "blobs"}/${sha}`;
  return {
    name: path.slice(path.lastIndexOf("/") + 1),
    path,
    sha,
    size,
    url,
    html_url,
    git_url,
    download_url: type === "dir" ? null : `${webOf(call)}/raw/${ref}/${name}`,
    type,
    _links: { self: url, git: git_url, html: html_url },
  };
}

export function answerBlob(call: Call): Answer {
  const sha = call.params.sha ?? "";
  const bytes = blobOf(call.repository, sha);
  if (!bytes) return notFound();
  return answerJson({
    sha,
    node_id: nodeId("C", call.repository.id, "blob", sha),
    size: bytes.length,
    url: `${apiOf(call)}/git/blobs/${sha}`,
    content: base64Of(bytes),
    encoding: "base64",
  });
}
