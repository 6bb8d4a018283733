import { readRecords } from "./git.ts";

export type Message = {
  readonly parents: readonly string[];
  readonly author: string;
  readonly subject: string;
  readonly body: string;
};

/** Parents, author, subject and body of commits by commit id; those that the clone lacks are left out. */
export async function readMessages(
  directory: string,
  commits: readonly string[],
): Promise<ReadonlyMap<string, Message>> {
  const messages = new Map<string, Message>();
  if (commits.length === 0) return messages;
  const args = [
    "log",
    "--no-walk=unsorted",
    "--ignore-missing",
    "--stdin",
    "-z",
    "--no-mailmap",
    "--format=tformat:%H%x00%P%x00%an%x00%s%x00%b",
  ];
  let fields: string[] = [];
  for await (const records of readRecords({ directory, args, input: `${commits.join("\n")}\n` })) {
    for (const record of records) {
      fields.push(record);
      if (fields.length < 5) continue;
      const [sha = "", parents = "", author = "", subject = "", body = ""] = fields;
      messages.set(sha, {
        parents: parents.split(" ").filter((parent) => parent !== ""),
        author,
        subject,
        body,
      });
      fields = [];
    }
  }
  return messages;
}
