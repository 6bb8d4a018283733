import { runGit } from "../git/git.ts";

const ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
// What no name of a branch may hold, and what would mean something else to git.
const NO_NAME = /[\s~^:?*[\\\p{Cc}]|\.\.|@\{/u;

/** The name under which a mirror has the head of a pull request. */
export const pullHead = (number: number): string => `refs/pull/${number}/head`;
/** The name under which a mirror has a branch. */
export const branchHead = (branch: string): string => `refs/heads/${branch}`;

/** The commits that ids and full names of references stand for, in their order; null for what the mirror does not have. */
export async function resolveCommits(
  directory: string,
  names: readonly (string | null)[],
): Promise<readonly (string | null)[]> {
  const asked = names.flatMap((name) => (name !== null && isName(name) ? name : []));
  if (asked.length === 0) return names.map(() => null);
  const args = ["cat-file", "--batch-check=%(objectname) %(objecttype)", "--buffer"];
  const input = asked.map((name) => `${name}^{commit}\n`).join("");
  const lines = (await runGit({ directory, args, input })).trimEnd().split("\n");
  const found = asked.map((_, index) => {
    const [id = "", type] = lines[index]?.split(" ") ?? [];
    return type === "commit" ? id : null;
  });
  let at = 0;
  return names.map((name) => (name !== null && isName(name) ? (found[at++] ?? null) : null));
}

const isName = (name: string): boolean =>
  ID.test(name) || (name.startsWith("refs/") && !NO_NAME.test(name));

/** Those contents of files that a mirror does not have. */
export async function missingContents(
  directory: string,
  ids: readonly string[],
): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const args = ["cat-file", "--batch-check", "--buffer"];
  const lines = (await runGit({ directory, args, input: `${ids.join("\n")}\n` })).split("\n");
  return ids.filter((_, index) => lines[index]?.endsWith(" missing"));
}
