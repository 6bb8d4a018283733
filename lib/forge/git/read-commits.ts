import { type GitCall, readRecords } from "./git.ts";

export type Commit = {
  readonly sha: string;
  readonly parents: readonly string[];
  readonly committedAt: Date;
  readonly author: string;
  /** Committed by the forge itself, as on a merge by button. */
  readonly byWebFlow: boolean;
  readonly subject: string;
  readonly body: string;
};

const FIELDS = ["%H", "%P", "%ct", "%an", "%cn <%ce>", "%s", "%b"];
const WEB_FLOW = "GitHub <noreply@github.com>";

/** Every commit reachable from one, newest first by commit date as git walks them. */
export async function* readCommits(directory: string, head: string): AsyncGenerator<Commit> {
  const format = `--format=tformat:${FIELDS.join("%x00")}`;
  const call: GitCall = {
    directory,
    args: ["log", "-z", "--no-mailmap", format, "--end-of-options", head],
  };
  let fields: string[] = [];
  for await (const field of readRecords(call)) {
    fields.push(field);
    if (fields.length < FIELDS.length) continue;
    const [
      sha = "",
      parents = "",
      seconds = "",
      author = "",
      committer = "",
      subject = "",
      body = "",
    ] = fields;
    fields = [];
    yield {
      sha,
      parents: parents.split(" ").filter((parent) => parent !== ""),
      committedAt: new Date(Number(seconds) * 1000),
      author,
      byWebFlow: committer === WEB_FLOW,
      subject,
      body,
    };
  }
}
