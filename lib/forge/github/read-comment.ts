import type { CommentFact } from "#/lib/facts/comment.ts";
import { isGone } from "../fails-all.ts";
import type { Place } from "./ask-repository.ts";
import { parse } from "./parse.ts";
import { Comment } from "./rest-schema.ts";
import { toComment } from "./to-comment.ts";

/** One comment by its id, `gone` only where the forge has the repository and not the comment. */
export async function readComment(place: Place, externalId: string): Promise<CommentFact | "gone"> {
  try {
    const path = `${place.path}/issues/comments/${encodeURIComponent(externalId)}`;
    return toComment(parse(Comment, (await place.api.get(path)).body, "a comment"));
  } catch (error) {
    if (!isGone(error)) throw error;
    // A repository that may not be seen any more answers alike for all that is in it; then this throws.
    await place.api.get(place.path);
    return "gone";
  }
}
