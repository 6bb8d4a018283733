import { sha1 } from "../../sha1.ts";
import type { Commit } from "../commit.ts";
import { nodeId } from "../node-id.ts";
import { apiOf, type Place, webOf } from "../site.ts";
import { shapeUserOrNull } from "./shape-user.ts";

/** A commit as lists show it: what it changed is told only where it is asked for by itself. */
export function shapeCommit(place: Place, { sha, author, at, message, parents }: Commit) {
  const [api, web] = [apiOf(place), webOf(place)];
  const person = { name: author, email: `${author}@users.noreply.example`, date: at };
  const tree = sha1(`tree ${sha}`);
  return {
    sha,
    node_id: nodeId("C", place.repository.id, sha),
    commit: {
      author: person,
      committer: person,
      message,
      tree: { sha: tree, url: `${api}/git/trees/${tree}` },
      url: `${api}/git/commits/${sha}`,
      comment_count: 0,
      verification: { verified: false, reason: "unsigned", signature: null, payload: null },
    },
    url: `${api}/commits/${sha}`,
    html_url: `${web}/commit/${sha}`,
    comments_url: `${api}/commits/${sha}/comments`,
    author: shapeUserOrNull(place, author),
    committer: shapeUserOrNull(place, author),
    parents: parents.map((parent) => ({
      sha: parent,
      url: `${api}/commits/${parent}`,
      html_url: `${web}/commit/${parent}`,
    })),
  };
}
