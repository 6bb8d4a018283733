export type MergeMessage = {
  readonly number: number;
  readonly title: string;
  readonly kind: "merge" | "squash";
  /** The branch that was merged, without its owner; null where the message does not name it. */
  readonly headRef: string | null;
};

// In front of the branch GitHub writes the owner of its repository, Gitea only that of a fork.
const GITHUB_MERGE = /^Merge pull request #(\d{1,9}) from (?:[^\s/]+\/)?(\S+)/;
// The title is the forge's user's own text, so it may hold quotes; the last number wins.
const GITEA_MERGE = /^Merge pull request '(.*)' \(#(\d{1,9})\) from (?:[^\s:]+:)?(\S+)/;
const SQUASH = /\(#(\d{1,9})\)\s*$/;

/** Number, title and branch of the pull request that a commit's message says it merged; null when it says none. Sources: the default messages of GitHub and Gitea. */
export function readMergeMessage(subject: string, body: string): MergeMessage | null {
  const gitea = GITEA_MERGE.exec(subject);
  if (gitea?.[1] !== undefined) {
    const [, title, number, branch] = gitea;
    return { number: Number(number), title, kind: "merge", headRef: branch ?? null };
  }
  const github = GITHUB_MERGE.exec(subject);
  if (github) {
    const [, number, branch] = github;
    const title = body.split("\n").find((line) => line.trim() !== "");
    return {
      number: Number(number),
      title: title?.trim() ?? subject,
      kind: "merge",
      headRef: branch ?? null,
    };
  }
  const squash = SQUASH.exec(subject);
  if (!squash) return null;
  const title = subject.slice(0, squash.index).trimEnd();
  return { number: Number(squash[1]), title, kind: "squash", headRef: null };
}
