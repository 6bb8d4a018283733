import { type Known, known, unknown } from "#/lib/facts/known.ts";
import type { RepositoryTree } from "#/lib/facts/repository-tree.ts";
import { isForbidden } from "../fails-all.ts";
import { ForgeError } from "../forge-error.ts";
import type { HttpClient } from "../http.ts";
import { parse } from "./parse.ts";
import { FORBIDDEN, readBranch } from "./read-branch.ts";
import { GitTree } from "./schema.ts";

const PER_PAGE = 1000;
const PAGES_MAX = 500;

/** The files of a branch at its tip, links among them and repositories inside it not. Read by the tip's id, so that all pages are of one commit. Unknown where the pages do not hold as many entries as the forge counts. */
export async function readTree(
  http: HttpClient,
  repository: string,
  branch: string,
): Promise<Known<RepositoryTree>> {
  const found = await readBranch(http, repository, branch);
  if (!found.known) return found;
  const sha = found.value.commit.id;
  try {
    const paths = await readPaths(
      http,
      `/repos/${repository}/git/trees/${encodeURIComponent(sha)}`,
    );
    return paths.known ? known({ sha, paths: paths.value }) : paths;
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    if (isForbidden(error)) return unknown(FORBIDDEN);
    // The forge answers 400 for a commit that it does not have.
    if (error.status !== 400 && error.status !== 404 && error.status !== 410) throw error;
    return unknown(`The forge does not have the files of ${sha} any more (${error.status}).`);
  }
}

async function readPaths(http: HttpClient, path: string): Promise<Known<readonly string[]>> {
  const paths = new Set<string>();
  let read = 0;
  let total = 0;
  for (let page = 1; page <= PAGES_MAX; page += 1) {
    // Its pages are smaller where the forge says so, and folders count among the entries. Whether it
    // is `truncated` means another thing in each version.
    const query = `recursive=true&page=${page}&per_page=${PER_PAGE}`;
    const { body } = await http.get(`${path}?${query}`);
    const { tree, total_count } = parse(GitTree, body, "tree");
    const entries = tree ?? [];
    total = total_count;
    read += entries.length;
    for (const entry of entries) if (entry.type === "blob") paths.add(entry.path);
    if (read >= total) return known([...paths]);
    if (entries.length === 0) return unknown(cutShort(read, total));
  }
  return unknown(cutShort(read, total));
}

const cutShort = (read: number, total: number): string =>
  `The forge gave ${read} of the ${total} entries of its tree, so the list of files is not whole.`;
