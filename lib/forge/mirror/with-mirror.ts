import { unknown } from "#/lib/facts/known.ts";
import type { Forge } from "../forge.ts";
import { ForgeError } from "../forge-error.ts";
import { isForLack } from "../git/parse-contents.ts";
import { readTexts } from "../git/read-texts.ts";
import { readTree } from "../git/read-tree.ts";
import { readWorkflows } from "../git/read-workflows.ts";
import type { MirrorOptions } from "./mirror-options.ts";
import { type Mirror, openMirror } from "./open-mirror.ts";
import { readChangedFiles } from "./read-changed-files.ts";
import { readLine } from "./read-line.ts";
import { readMirrorPatches } from "./read-mirror-patches.ts";
import { branchHead, resolveCommits } from "./resolve-commits.ts";

const mirrors = new WeakMap<Forge, Mirror>();

/**
 * A forge that answers what is written in a repository from a mirror of it: files, patches, trees, texts
 * and direct commits of one repository. One fetch serves all of them, at the first question that needs
 * it; where git cannot tell, the forge itself is asked, question by question. All else is the forge's.
 */
export function withMirror(forge: Forge, options: MirrorOptions): Forge {
  const mirror = openMirror(options);
  const wrapped: Forge = {
    ...forge,
    changedFiles: (repository, wanted) =>
      readChangedFiles(mirror, repository, wanted, (left) => forge.changedFiles(repository, left)),
    patches: (repository, wanted) =>
      readMirrorPatches(mirror, repository, wanted, (left) => forge.patches(repository, left)),
    directCommits: (repository, request) =>
      readLine(
        {
          mirror,
          repository,
          commitUrl: (sha) => options.commitUrl?.(repository, sha) ?? null,
          askForge: (left) => forge.directCommits(repository, left),
        },
        request,
      ),
    ...filesOf(mirror, forge),
  };
  mirrors.set(wrapped, mirror);
  return wrapped;
}

/** What the mirror of a forge did so far, in a sentence for a person; null where it has none or nothing was asked of it. */
export const mirrorState = async (forge: Forge): Promise<string | null> =>
  (await mirrors.get(forge)?.say()) ?? null;

const filesOf = (
  mirror: Mirror,
  forge: Forge,
): Pick<Forge, "workflowFiles" | "tree" | "texts"> => ({
  async workflowFiles(repository, branch) {
    const tip = await tipOf(mirror, repository, branch);
    const read = tip && (await readWorkflows(tip, tip.head));
    return read?.known ? read : forge.workflowFiles(repository, branch);
  },
  async tree(repository, branch) {
    const tip = await tipOf(mirror, repository, branch);
    const read = tip && (await readTree(tip, tip.head));
    if (read?.known) return read;
    if (tip && read) await mirror.broke(tip.directory, new ForgeError("failed", read.why));
    return forge.tree(repository, branch);
  },
  async texts(repository, sha, paths) {
    const directory = await mirror.withCommits(repository, [sha]);
    const [commit = null] = directory === null ? [] : await idsOf(mirror, directory, sha);
    if (directory === null || commit === null) return forge.texts(repository, sha, paths);
    const texts = await readTexts(mirror.at(repository, directory, commit), commit, paths);
    const lacking = paths.filter((path) => isForLack(texts.get(path) ?? unknown("")));
    if (lacking.length === 0) return texts;
    return new Map([...texts, ...(await forge.texts(repository, sha, lacking))]);
  },
});

/** The tip of a branch; null where the mirror does not have it. */
async function tipOf(mirror: Mirror, repository: string, branch: string) {
  const directory = await mirror.fetched(repository);
  if (directory === null) return null;
  const [tip = null] = await idsOf(mirror, directory, branchHead(branch));
  return tip === null ? null : mirror.at(repository, directory, tip);
}

const idsOf = async (mirror: Mirror, directory: string, name: string) =>
  (await mirror.reading(directory, () => resolveCommits(directory, [name]))) ?? [];
