import { readRecords } from "../git/git.ts";
import type { JudgedCommit } from "../judge-commits.ts";

/** A commit as the log has it; its body is empty unless it was asked for. */
export type LoggedCommit = JudgedCommit & { readonly committedAt: Date };

const FIELDS = ["%H", "%P", "%an", "%at", "%ct", "%s"];

/** The commits of one `git log`, in its order. */
export async function* readLog(
  directory: string,
  log: { readonly args: readonly string[]; readonly input?: string; readonly withBody?: boolean },
): AsyncGenerator<LoggedCommit> {
  const names = log.withBody ? [...FIELDS, "%b"] : FIELDS;
  const format = `--format=tformat:${names.join("%x00")}`;
  const args = ["log", "-z", "--no-mailmap", format, ...log.args];
  let fields: string[] = [];
  for await (const records of readRecords({ directory, args, input: log.input ?? "" })) {
    for (const record of records) {
      fields.push(record);
      if (fields.length < names.length) continue;
      yield toCommit(fields);
      fields = [];
    }
  }
}

function toCommit(fields: readonly string[]): LoggedCommit {
  const [sha = "", parents = "", name = "", at = "", committed = "", title = "", body = ""] =
    fields;
  return {
    sha,
    parents: parents === "" ? [] : parents.split(" "),
    title,
    body: body.trim(),
    authorName: name === "" ? null : name,
    authoredAt: at === "" ? null : new Date(Number(at) * 1000),
    committedAt: new Date(Number(committed) * 1000),
  };
}

/** These commits by their ids, all of which have to be there. */
export async function readCommitsOf(
  directory: string,
  shas: readonly string[],
): Promise<ReadonlyMap<string, LoggedCommit>> {
  const commits = new Map<string, LoggedCommit>();
  if (shas.length === 0) return commits;
  const input = `${[...new Set(shas)].join("\n")}\n`;
  const args = ["--no-walk=unsorted", "--stdin"];
  for await (const commit of readLog(directory, { args, input })) commits.set(commit.sha, commit);
  return commits;
}
