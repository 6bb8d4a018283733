import { mapRequired } from "#/lib/coverage/gate/context/map-required.ts";
import { orphanTests } from "#/lib/coverage/gate/orphan-tests.ts";
import { known } from "#/lib/facts/known.ts";
import { inTransaction } from "#/lib/store/db.ts";
import { loadProtection } from "#/lib/store/load-protection.ts";
import { saveGates } from "#/lib/store/save-gates.ts";
import { saveOrphans } from "#/lib/store/save-orphans.ts";
import { saveSources } from "#/lib/store/save-sources.ts";
import { completePass } from "#/lib/store/sync-streams.ts";
import { NOW, readySample } from "#/lib/sync/testing/sample.ts";
import { readGateReading } from "../gate-reading.ts";

type Sample = Awaited<ReturnType<typeof readySample>>;

/** The sample with every file of its branches held, its gates followed through them and held against what the branches demand. */
export async function heldSample(): Promise<Sample> {
  const sample = await readySample();
  await holdFiles(sample, "core");
  await holdFiles(sample, "cp");
  return sample;
}

async function holdFiles(sample: Sample, alias: "core" | "cp"): Promise<void> {
  const id = sample.idOf(alias);
  const files = sample[alias].branches[0]?.files ?? new Map<string, string>();
  const texts = new Map([...files].map(([path, text]) => [path, known(text)] as const));
  await inTransaction(async (tx) => {
    await saveSources(tx, id, { sha: alias, paths: [...files.keys()] }, texts);
    const pass = { repositoryId: id, stream: "sources", passStartedAt: NOW, at: NOW } as const;
    await completePass(tx, { ...pass, forgeTotal: null });
  });
  const { forge, gates, tree } = await readGateReading(id);
  const protection = await loadProtection(id);
  if (!protection.known || protection.value === null || !tree.known) {
    throw new Error(`The sample’s ${alias} is not whole.`);
  }
  const mapped = mapRequired({ gates, required: protection.value, seen: [], forge });
  const required = new Map(
    mapped.gates.map(({ gate, required: by, produces }) => [
      gate,
      { required: by, why: null, contexts: produces.map(({ text }) => text) },
    ]),
  );
  const findings = [...gates.flatMap((gate) => gate.findings), ...mapped.findings];
  await inTransaction(async (tx) => {
    await saveGates(tx, { id, gates, findings, required: known(required) });
    await saveOrphans(tx, id, orphanTests(gates, tree.value.tests));
  });
}
