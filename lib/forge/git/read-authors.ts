import { ForgeError } from "../forge-error.ts";
import { readRecords } from "./git.ts";

/** The author names of commits by commit id; those of missing commits are left out. */
export async function readAuthors(
  directory: string,
  commits: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const authors = new Map<string, string>();
  if (commits.length === 0) return authors;
  const args = [
    "log",
    "--no-walk=unsorted",
    "--ignore-missing",
    "--stdin",
    "-z",
    "--no-mailmap",
    "--format=tformat:%H %an",
  ];
  try {
    for await (const record of readRecords({ directory, args, input: `${commits.join("\n")}\n` })) {
      const space = record.indexOf(" ");
      authors.set(record.slice(0, space), record.slice(space + 1));
    }
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
  }
  return authors;
}
