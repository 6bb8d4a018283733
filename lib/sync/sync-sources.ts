import { readGates } from "#/lib/coverage/gate/read-gates.ts";
import { decidingFiles } from "#/lib/coverage/gate/workflow-directory.ts";
import { type Known, unknown } from "#/lib/facts/known.ts";
import type { RepositoryTree } from "#/lib/facts/repository-tree.ts";
import type { SourceFiles } from "#/lib/facts/source-file.ts";
import { inTransaction } from "#/lib/store/db.ts";
import { loadTip } from "#/lib/store/load-commit-line.ts";
import { type GateFiles, loadGateFiles } from "#/lib/store/load-gate-files.ts";
import { loadSources, loadTreeSha } from "#/lib/store/load-sources.ts";
import { saveSources } from "#/lib/store/save-sources.ts";
import { completePass, refusePass } from "#/lib/store/sync-streams.ts";
import type { SyncTask } from "./sync-task.ts";

const UNTOLD = "The forge was asked for the file and did not answer for it.";

/**
 * Reads the names of all files of the default branch, and the texts of those that its gates run by:
 * what a step calls may call another, so it asks until nothing more is wanted. A branch that stands
 * where it stood is not read again.
 */
export async function syncSources(task: SyncTask): Promise<void> {
  const { repositoryId, fullName, defaultBranch } = task;
  await task.report({ phase: "sources", done: 0, total: null });
  const at = task.now();
  const pass = {
    repositoryId,
    stream: "sources",
    passStartedAt: at,
    forgeTotal: null,
    at,
  } as const;
  const tip = await loadTip(repositoryId);
  const gates = await loadGateFiles(repositoryId);
  if (tip !== null && (await isHeld(repositoryId, tip, gates))) {
    await inTransaction((tx) => completePass(tx, pass));
    return;
  }
  const tree = await task.forge.tree(fullName, defaultBranch);
  if (!tree.known) {
    await refusePass({ repositoryId, stream: "sources", refusal: tree.why });
    return;
  }
  const texts = await readWanted(task, tree.value, gates);
  await inTransaction(async (tx) => {
    await saveSources(tx, repositoryId, tree.value, texts);
    await completePass(tx, pass);
  });
}

/** Whether the tree of this commit is held with every text that the gates are followed through by today's rules. */
async function isHeld(repositoryId: number, tip: string, gates: GateFiles): Promise<boolean> {
  if ((await loadTreeSha(repositoryId)) !== tip) return false;
  const held = await loadSources(repositoryId);
  return held.known && wantedOf(gates, held.value).length === 0;
}

const wantedOf = ({ forge, files }: GateFiles, sources: SourceFiles): readonly string[] =>
  readGates(decidingFiles(forge, files), sources).wanted;

async function readWanted(
  task: SyncTask,
  { sha, paths }: RepositoryTree,
  gates: GateFiles,
): Promise<ReadonlyMap<string, Known<string>>> {
  const texts = new Map<string, Known<string>>();
  const sources = { paths, text: (path: string) => texts.get(path) ?? null };
  for (;;) {
    task.signal.throwIfAborted();
    const unread = wantedOf(gates, sources).filter((path) => !texts.has(path));
    if (unread.length === 0) return texts;
    const answers = await task.forge.texts(task.fullName, sha, unread);
    for (const path of unread) texts.set(path, answers.get(path) ?? unknown(UNTOLD));
    await task.report({ phase: "sources", done: texts.size, total: null });
  }
}
