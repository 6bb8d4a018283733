import type { Finding } from "#/lib/coverage/gate/finding.ts";
import type { Gate } from "#/lib/coverage/gate/gate.ts";
import { readGates } from "#/lib/coverage/gate/read-gates.ts";
import { decidingFiles } from "#/lib/coverage/gate/workflow-directory.ts";
import { type Known, known, unknown } from "#/lib/facts/known.ts";
import type { WorkflowFileFact } from "#/lib/facts/workflow-file.ts";
import type { Clone } from "#/lib/forge/git/open-clone.ts";
import { openFiles } from "#/lib/forge/git/open-files.ts";
import { readWorkflows } from "#/lib/forge/git/read-workflows.ts";

export type ClonedGates = {
  readonly gates: readonly Gate[];
  readonly findings: readonly Finding[];
  /** Every file where the clone is looked at; empty where they could not be listed. */
  readonly paths: readonly string[];
  /** Why they could not be listed; null where they were. */
  readonly unlisted: string | null;
};

/** The gates that a clone's workflow files declare where it is looked at, with what was found wrong and the files that they were followed through; says which files are broken. */
export async function readClonedGates(
  clone: Clone,
  onProgress: (sentence: string) => void,
): Promise<Known<ClonedGates>> {
  const files = await readWorkflows(clone, clone.head);
  if (!files.known) {
    onProgress(files.why);
    return files;
  }
  const cloned = await followed(clone, decidingFiles("git", files.value), onProgress);
  for (const { kind, workflow, message } of cloned.findings) {
    if (kind === "broken_workflow") onProgress(`${workflow}: ${message}`);
  }
  return known(cloned);
}

/** The files of a clone that were listed with its gates. */
export const listedPaths = ({ paths, unlisted }: ClonedGates): Known<readonly string[]> =>
  unlisted === null ? known(paths) : unknown(unlisted);

/** What a step calls may call another, so texts are read until no more are wanted. */
async function followed(
  clone: Clone,
  files: readonly WorkflowFileFact[],
  onProgress: (sentence: string) => void,
): Promise<ClonedGates> {
  const opened = await openFiles(clone, clone.head);
  if (!opened.known) {
    onProgress(opened.why);
    return { ...readGates(files), paths: [], unlisted: opened.why };
  }
  await using tree = opened.value;
  const { paths } = tree;
  const texts = new Map<string, Known<string>>();
  const sources = { paths, text: (path: string) => texts.get(path) ?? null };
  for (;;) {
    const read = readGates(files, sources);
    const unread = read.wanted.filter((path) => !texts.has(path));
    if (unread.length === 0) return { ...read, paths, unlisted: null };
    for (const [path, text] of await tree.texts(unread)) texts.set(path, text);
  }
}
