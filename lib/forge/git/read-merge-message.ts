export type MergeMessage = {
  readonly number: number;
  readonly title: string;
  readonly kind: "merge" | "squash";
};

const GITHUB_MERGE = /^Merge pull request #(\d{1,9}) from \S/;
// The title is the forge's user's own text, so it may hold quotes; the last number wins.
const GITEA_MERGE = /^Merge pull request '(.*)' \(#(\d{1,9})\) from \S/;
const SQUASH = /^(.*?)\s*\(#(\d{1,9})\)\s*$/;

/** Number and title of the pull request that a commit's message says it merged; null when it says none. Sources: the default messages of GitHub and Gitea. */
export function readMergeMessage(subject: string, body: string): MergeMessage | null {
  const gitea = GITEA_MERGE.exec(subject);
  if (gitea?.[1] !== undefined) return { number: Number(gitea[2]), title: gitea[1], kind: "merge" };
  const github = GITHUB_MERGE.exec(subject);
  if (github) {
    const title = body.split("\n").find((line) => line.trim() !== "");
    return { number: Number(github[1]), title: title?.trim() ?? subject, kind: "merge" };
  }
  const squash = SQUASH.exec(subject);
  if (squash?.[1] === undefined) return null;
  return { number: Number(squash[2]), title: squash[1], kind: "squash" };
}
