import { sample2615 } from "#/lib/fake/sample-2615/sample-2615.ts";
import { type ServeOptions, serveFake } from "#/lib/fake/serve.ts";
import { type FakeRepository, type FakeStore, repositoryOrThrow } from "#/lib/fake/store.ts";
import { giteaForge } from "#/lib/forge/gitea/gitea-forge.ts";
import { db } from "#/lib/store/db.ts";
import { saveRepository } from "#/lib/store/save-repository.ts";
import { syncRepository } from "../sync-repository.ts";

export const FULL_NAME = "molecule-ai/molecule-core";

/** A dozen rows of each kind, two fixes with a test among them, so that a page of three makes a walk of several requests. */
function smallStore(): { store: FakeStore; core: FakeRepository } {
  const store = sample2615();
  const core = repositoryOrThrow(store, "molecule-core");
  core.pulls = [...core.pulls.slice(0, 2), ...core.pulls.slice(-10)];
  core.issues = core.issues.slice(0, 11);
  core.comments = [...core.issues, ...core.pulls].slice(0, 10).map((row, index) => ({
    id: 24_001 + index,
    number: row.number,
    author: "kimi",
    body: `seen ${index}`,
    createdAt: row.createdAt,
    updatedAt: row.createdAt,
  }));
  store.repositories = [core];
  return { store, core };
}

/** A forge with one small repository that a source of the database points at. */
export async function smallForge(options: Partial<ServeOptions> = {}) {
  const { store, core } = smallStore();
  const served = await serveFake({ store, pageMax: 3, ...options });
  const source = await db.source.create({
    data: { name: `small ${served.url}`, kind: "gitea", url: served.url },
  });
  const repositoryId = await put(source.id);
  const sync = async (
    input: { token?: string; signal?: AbortSignal; url?: string; whole?: boolean } = {},
  ) => {
    const { state } = await syncRepository({
      repositoryId,
      forge: giteaForge({
        url: input.url ?? served.url,
        token: input.token ?? options.token ?? null,
        waitFirstMs: 0,
      }),
      now: () => new Date(store.clock.now()),
      signal: input.signal ?? new AbortController().signal,
      whole: input.whole ?? false,
    });
    return state;
  };
  return {
    served,
    store,
    core,
    repositoryId,
    sync,
    /** The run that ended last. */
    lastRun: () =>
      db.syncRun.findFirstOrThrow({ where: { repositoryId }, orderBy: { id: "desc" } }),
    async [Symbol.asyncDispose](): Promise<void> {
      await served.close();
      await db.source.delete({ where: { id: source.id } });
    },
  };
}

export type SmallForge = Awaited<ReturnType<typeof smallForge>>;

const put = (sourceId: number): Promise<number> =>
  saveRepository(db, sourceId, {
    externalId: "11",
    fullName: FULL_NAME,
    defaultBranch: "main",
    url: null,
  });
