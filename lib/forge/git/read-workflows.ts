import { type Known, known, unknown } from "#/lib/facts/known.ts";
import type { WorkflowFileFact } from "#/lib/facts/workflow-file.ts";
import { ForgeError } from "../forge-error.ts";
import { readRecords } from "./git.ts";
import { openBlobs } from "./open-blobs.ts";
import type { Clone } from "./open-clone.ts";

const DIRECTORIES = [".gitea/workflows", ".forgejo/workflows", ".github/workflows"];
const FILE = /^100\d{3} blob ([0-9a-f]+)\t(\.\w+\/workflows\/[^/]+\.ya?ml)$/s;

/** The workflow files of all forges at a commit, by path; which directory decides is for the caller. Unknown when one cannot be read, since a gate could be in it. */
export async function readWorkflows(
  clone: Clone,
  commit: string,
): Promise<Known<readonly WorkflowFileFact[]>> {
  const { directory } = clone;
  const args = ["ls-tree", "-r", "-z", "--full-tree", commit, "--", ...DIRECTORIES];
  try {
    const ids = new Map<string, string>();
    for await (const records of readRecords({ directory, args })) {
      for (const record of records) {
        const [, id, path] = FILE.exec(record) ?? [];
        if (id !== undefined && path !== undefined) ids.set(path, id);
      }
    }
    await using blobs = openBlobs(clone);
    const contents = await blobs.read([...new Set(ids.values())]);
    const files: WorkflowFileFact[] = [];
    for (const [path, id] of ids) {
      const content = contents.get(id);
      if (!content?.known) return unknown(`${path} could not be read. ${content?.why ?? ""}`);
      files.push({ path, text: content.value.toString("utf8") });
    }
    return known(files);
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    return unknown(
      `The workflow files could not be read (${error.message}) Fetch the clone whole.`,
    );
  }
}
