import { type Known, known, unknown } from "#/lib/facts/known.ts";
import type { RepositoryTree } from "#/lib/facts/repository-tree.ts";
import { isGone, isForbidden as isRefused } from "../fails-all.ts";
import { ForgeError } from "../forge-error.ts";
import type { Place } from "./ask-repository.ts";
import { parse } from "./parse.ts";
import { FORBIDDEN, readBranch } from "./read-branch.ts";
import { Tree } from "./rest-schema.ts";

const CUT =
  "The forge does not tell the whole tree of a repository of this size, so the list of files is not whole.";

/** The files of a branch at its tip, links among them and repositories inside it not; unknown where the forge says that it left some out. */
export async function readTree(place: Place, branch: string): Promise<Known<RepositoryTree>> {
  const found = await readBranch(place, branch);
  if (!found.known) return found;
  const { sha } = found.value.commit;
  try {
    const path = `${place.path}/git/trees/${encodeURIComponent(sha)}?recursive=1`;
    const { tree, truncated } = parse(Tree, (await place.api.get(path)).body, "tree");
    if (truncated) return unknown(CUT);
    const paths = tree.filter((entry) => entry.type === "blob").map((entry) => entry.path);
    return known({ sha, paths });
  } catch (error) {
    if (isRefused(error)) return unknown(FORBIDDEN);
    if (!(error instanceof ForgeError) || !isGone(error)) throw error;
    return unknown(`The forge does not have the files of ${sha} any more (${error.status}).`);
  }
}
