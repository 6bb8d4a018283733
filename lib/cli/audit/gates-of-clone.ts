import type { Finding } from "#/lib/coverage/gate/finding.ts";
import type { Gate } from "#/lib/coverage/gate/gate.ts";
import { readGates } from "#/lib/coverage/gate/read-gates.ts";
import { decidingFiles } from "#/lib/coverage/gate/workflow-directory.ts";
import { type Known, known } from "#/lib/facts/known.ts";
import type { WorkflowFileFact } from "#/lib/facts/workflow-file.ts";
import type { Clone } from "#/lib/forge/git/open-clone.ts";
import { readTexts } from "#/lib/forge/git/read-texts.ts";
import { readTree } from "#/lib/forge/git/read-tree.ts";
import { readWorkflows } from "#/lib/forge/git/read-workflows.ts";

export type ClonedGates = {
  readonly gates: readonly Gate[];
  readonly findings: readonly Finding[];
  /** Every file where the clone is looked at; empty where they could not be listed. */
  readonly paths: readonly string[];
};

/** The gates that a clone's workflow files declare where it is looked at; says which files are broken. */
export async function gatesOfClone(
  clone: Clone,
  onProgress: (sentence: string) => void,
): Promise<Known<readonly Gate[]>> {
  const read = await readClonedGates(clone, onProgress);
  return read.known ? known(read.value.gates) : read;
}

/** The same, with what was found wrong and the files that the gates were followed through. */
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

/** What a step calls may call another, so texts are read until no more are wanted. */
async function followed(
  clone: Clone,
  files: readonly WorkflowFileFact[],
  onProgress: (sentence: string) => void,
): Promise<ClonedGates> {
  const tree = await readTree(clone, clone.head);
  if (!tree.known) {
    onProgress(tree.why);
    return { ...readGates(files), paths: [] };
  }
  const { paths } = tree.value;
  const texts = new Map<string, Known<string>>();
  const sources = { paths, text: (path: string) => texts.get(path) ?? null };
  for (;;) {
    const read = readGates(files, sources);
    const unread = read.wanted.filter((path) => !texts.has(path));
    if (unread.length === 0) return { ...read, paths };
    for (const [path, text] of await readTexts(clone, clone.head, unread)) texts.set(path, text);
  }
}
