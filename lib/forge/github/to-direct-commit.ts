import type { DirectCommitFact } from "#/lib/facts/direct-commit.ts";
import { type MergeMessage, readMergeMessage } from "../git/read-merge-message.ts";
import type { Commit } from "./list-history.ts";

/** The title of a commit's message, which is its first paragraph on one line, and what follows it. Source: git's own subject. */
export function splitMessage(message: string): { title: string; body: string } {
  const lines = message.trim().split("\n");
  const blank = lines.findIndex((line) => line.trim() === "");
  const subject = blank < 0 ? lines : lines.slice(0, blank);
  return {
    title: subject.map((line) => line.trim()).join(" "),
    body: blank < 0 ? "" : lines.slice(blank).join("\n").trim(),
  };
}

/** A commit in our words. */
export const toDirectCommit = (row: Commit): DirectCommitFact => ({
  sha: row.oid,
  ...splitMessage(row.message),
  author: row.author?.user?.login || row.author?.name || null,
  url: row.url ?? null,
  committedAt: row.committedDate,
});

/** What a commit's message says that it merged; null when it says nothing. */
export function messageOf({ message }: Pick<Commit, "message">): MergeMessage | null {
  const { title, body } = splitMessage(message);
  return readMergeMessage(title, body);
}
