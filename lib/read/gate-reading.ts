import { createHash } from "node:crypto";
import { ENGINE_VERSION } from "#/lib/coverage/engine-version.ts";
import type { Gate } from "#/lib/coverage/gate/gate.ts";
import { readGates } from "#/lib/coverage/gate/read-gates.ts";
import { decidingFiles, type ForgeKind } from "#/lib/coverage/gate/workflow-directory.ts";
import { isTestFile } from "#/lib/coverage/test/is-test-file.ts";
import { type Known, known } from "#/lib/facts/known.ts";
import { db } from "#/lib/store/db.ts";
import { loadGateFiles } from "#/lib/store/load-gate-files.ts";
import { loadSources } from "#/lib/store/load-sources.ts";

/** The gates of a repository by the files that are held of it now. */
export type GateReading = {
  readonly forge: ForgeKind;
  readonly gates: readonly Gate[];
  /** Every path of the branch and those of its tests; unknown with the reason where its files are not known. */
  readonly tree: Known<{ readonly paths: ReadonlySet<string>; readonly tests: readonly string[] }>;
};

// A reading holds every path of a repository: a few of those that are looked at, not all.
const READINGS_MAX = 8;
const readings = new Map<
  number,
  { readonly key: string; readonly reading: Promise<GateReading> }
>();

/** The gates of a repository, read once for the same files and the same rules. */
export async function readGateReading(repositoryId: number): Promise<GateReading> {
  const key = await keyOf(repositoryId);
  const kept = readings.get(repositoryId);
  const current = kept?.key === key ? kept : { key, reading: readNow(repositoryId) };
  readings.delete(repositoryId);
  readings.set(repositoryId, current);
  for (const oldest of [...readings.keys()].slice(0, -READINGS_MAX)) readings.delete(oldest);
  try {
    return await current.reading;
  } catch (error) {
    if (readings.get(repositoryId) === current) readings.delete(repositoryId);
    throw error;
  }
}

async function readNow(repositoryId: number): Promise<GateReading> {
  const [{ forge, files }, sources] = await Promise.all([
    loadGateFiles(repositoryId),
    loadSources(repositoryId),
  ]);
  const { gates } = readGates(
    decidingFiles(forge, files),
    sources.known ? sources.value : undefined,
  );
  if (!sources.known) return { forge, gates, tree: sources };
  const { paths } = sources.value;
  return { forge, gates, tree: known({ paths: new Set(paths), tests: paths.filter(isTestFile) }) };
}

/** What a reading hangs on: the commit of the tree, the workflow files, and whether the last pass could read them. */
async function keyOf(repositoryId: number): Promise<string> {
  const [tree, stream, files] = await Promise.all([
    db.repositoryTree.findUnique({ where: { repositoryId }, select: { sha: true } }),
    db.syncStream.findUnique({
      where: { repositoryId_stream: { repositoryId, stream: "sources" } },
      select: { refusal: true, completedAt: true },
    }),
    db.workflowFile.findMany({
      where: { repositoryId },
      orderBy: { path: "asc" },
      select: { path: true, text: true },
    }),
  ]);
  const digest = createHash("sha256").update(JSON.stringify(files)).digest("hex");
  const isWhole = stream?.completedAt != null;
  return JSON.stringify([tree?.sha, stream?.refusal, isWhole, ENGINE_VERSION, digest]);
}
