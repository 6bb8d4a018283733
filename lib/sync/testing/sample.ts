import { assessProgram } from "#/lib/assess/assess-program.ts";
import { systemActor } from "#/lib/auth/actor.ts";
import { addSample } from "#/lib/cli/up/add-sample.ts";
import { sample2615 } from "#/lib/fake/sample-2615/sample-2615.ts";
import { serveFake } from "#/lib/fake/serve.ts";
import { repositoryOrThrow } from "#/lib/fake/store.ts";
import { giteaForge } from "#/lib/forge/gitea/gitea-forge.ts";
import { closeQueue } from "#/lib/jobs/queue.ts";
import { db } from "#/lib/store/db.ts";
import { ASKED } from "#/lib/store/streams.ts";
import { makeDue } from "#/lib/store/sync-streams.ts";
import { syncRepository } from "../sync-repository.ts";

export const NOW = new Date("2026-06-12T18:00:00Z");
export const SLUG = "2615";

/** The sample program, set up by the verbs that `up` uses; its rows come by `syncAll`, its verdicts by `assess`. */
export async function setUpSample() {
  const store = sample2615();
  const served = await serveFake({ store });
  await addSample(served.url, NOW);
  const program = await db.program.findUniqueOrThrow({
    where: { slug: SLUG },
    include: { scope: true },
  });
  const idOf = (alias: string): number => {
    const entry = program.scope.find((scope) => scope.alias === alias);
    if (!entry) throw new Error(`The sample has no repository ${alias}.`);
    return entry.repositoryId;
  };
  /** A pass by the timers; its clock stands still, so what was read once is not due again. */
  const pass = async (alias: string) => {
    const { state } = await syncRepository({
      repositoryId: idOf(alias),
      forge: giteaForge({ url: served.url, token: null, waitFirstMs: 0 }),
      now: () => NOW,
      signal: new AbortController().signal,
    });
    return state;
  };
  /** A pass as somebody asks for it: everything that changed is read, whatever the timers say. */
  const sync = async (alias: string) => {
    await makeDue(db, idOf(alias), ASKED);
    return pass(alias);
  };
  return {
    served,
    store,
    core: repositoryOrThrow(store, "molecule-core"),
    cp: repositoryOrThrow(store, "molecule-controlplane"),
    programId: program.id,
    ctx: { actor: await systemActor(), now: NOW },
    idOf,
    sync,
    pass,
    syncAll: async () => [await sync("core"), await sync("cp")],
    assess: () => assessProgram(program.id, NOW),
    async close(): Promise<void> {
      await served.close();
      await closeQueue();
    },
  };
}

/** The sample as it stands when `up` is through: synced and judged. */
export async function readySample() {
  const sample = await setUpSample();
  await sample.syncAll();
  await sample.assess();
  return sample;
}
