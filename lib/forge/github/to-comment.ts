import type { CommentFact } from "#/lib/facts/comment.ts";
import { ForgeError } from "../forge-error.ts";
import type { Comment } from "./rest-schema.ts";

/** A comment in our words, with the number that its issue's address ends in; throws ForgeError where it has none. */
export function toComment(row: Comment): CommentFact {
  const address = row.issue_url || row.html_url?.split("#")[0] || "";
  const number = Number(/\/(\d{1,9})$/.exec(address)?.[1]);
  if (!(number > 0)) {
    throw new ForgeError(
      "failed",
      `Comment ${row.id} does not say which issue it belongs to (${JSON.stringify(address.slice(0, 200))}).`,
    );
  }
  return {
    externalId: String(row.id),
    number,
    author: row.user,
    body: row.body ?? "",
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    url: row.html_url ?? null,
  };
}
