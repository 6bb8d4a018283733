import type { CommentFact } from "#/lib/facts/comment.ts";
import { isGone } from "../fails-all.ts";
import type { One } from "../forge.ts";
import { ForgeError } from "../forge-error.ts";
import type { Place } from "./list.ts";
import { parse } from "./parse.ts";
import * as schema from "./schema.ts";
import { toComment, toIssue, toPullRequest } from "./to-facts.ts";

/** One issue or pull request as it is now; gone only where the forge has the repository and not the number in it. */
export async function readOne(place: Place, number: number): Promise<One> {
  const { repository, server } = place;
  const hint = `${repository}#${number}`;
  if (server.pulls.has(hint)) {
    const pull = await readPull(place, number);
    if (pull.kind === "pull") return pull;
    // Another repository may have the name by now.
    server.pulls.delete(hint);
  }
  const issue = await ask(place, `/repos/${repository}/issues/${number}`);
  if ("gone" in issue) return { kind: "gone", status: issue.gone };
  const row = parse(schema.Issue, issue.body, "an issue");
  return row.pull_request ? readPull(place, number) : { kind: "issue", issue: toIssue(row) };
}

async function readPull(place: Place, number: number): Promise<One> {
  const pull = await ask(place, `/repos/${place.repository}/pulls/${number}`);
  if ("gone" in pull) return { kind: "gone", status: pull.gone };
  return {
    kind: "pull",
    pull: toPullRequest(parse(schema.PullRequest, pull.body, "a pull request")),
  };
}

/** One comment as it is now, by the forge's own id; gone only where the forge has the repository. */
export async function readComment(place: Place, id: string): Promise<CommentFact | "gone"> {
  const path = `/repos/${place.repository}/issues/comments/${encodeURIComponent(id)}`;
  const answer = await ask(place, path);
  if ("gone" in answer) return "gone";
  return toComment(parse(schema.Comment, answer.body, "a comment"));
}

async function ask(
  { http, repository }: Place,
  path: string,
): Promise<{ readonly body: unknown } | { readonly gone: number }> {
  try {
    return { body: (await http.get(path)).body };
  } catch (error) {
    if (!(error instanceof ForgeError) || !isGone(error)) throw error;
    // A repository that may not be seen any more answers alike for all that is in it; then this throws.
    await http.get(`/repos/${repository}`);
    return { gone: error.status ?? 404 };
  }
}
