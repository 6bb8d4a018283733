import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generatedStore } from "#/lib/fake/generated/generated-store.ts";
import type { GeneratedOptions } from "#/lib/fake/generated/options.ts";
import { githubSkin } from "#/lib/fake/github/skin.ts";
import { type FakeServer, serveFake } from "#/lib/fake/serve.ts";
import { repositoryOrThrow } from "#/lib/fake/store.ts";
import { openForge } from "#/lib/forge/open-forge.ts";
import { db } from "#/lib/store/db.ts";
import { saveRepository } from "#/lib/store/save-repository.ts";
import { openTask } from "../open-task.ts";
import { readStream } from "../read-stream.ts";
import { syncFiles } from "../sync-files.ts";
import { syncRepository } from "../sync-repository.ts";
import { walkWhole } from "../walk-whole.ts";

/** What a forge was asked of its API, by `METHOD /template`, and how often git fetched. */
export type Asked = {
  readonly api: number;
  readonly fetches: number;
  readonly byEndpoint: Readonly<Record<string, number>>;
};

const MINUTE = 60;
const HOUR = 60 * MINUTE;

export const SKINS = [
  ["Gitea 1.27", "1.27.0"],
  ["Gitea 1.22", "1.22.6"],
  ["Forgejo 16", "16.0.1+gitea-1.22.0"],
  ["GitHub", null],
] as const;

/** A forge of that version, null is GitHub, with a generated repository that a source of the database points at; files come by git where the forge's lists do not have them. */
export async function generatedForge(version: string | null, options: GeneratedOptions) {
  const store = generatedStore({ ...options, ...(version === null ? {} : { version }) });
  if (version === null) store.github = githubSkin(store.clock.now());
  const served = await serveFake({ store });
  const directory = await mkdtemp(join(tmpdir(), "gateline-mirror-"));
  const kind = version === null ? "github" : "gitea";
  const { url } = served;
  const open = () =>
    openForge(
      { kind, url, token: version === null ? "ghp_b16b00b5" : undefined },
      { waitFirstMs: 0, mirror: { key: "generated", directory, bytesMax: 1024 ** 3 } },
    );
  const source = await db.source.create({ data: { name: `generated ${url}`, kind, url } });
  const fact = await open().repository("fleet/generated");
  const repositoryId = await saveRepository(db, source.id, fact);
  const now = () => new Date(store.clock.now());
  const { signal } = new AbortController();
  const pass = async (): Promise<Asked> => {
    served.requests.reset();
    const { state } = await syncRepository({ repositoryId, forge: open(), now, signal });
    if (state !== "done") throw new Error(`The pass ended as ${state}.`);
    return askedOf(served);
  };
  return {
    store,
    repository: repositoryOrThrow(store, "generated"),
    /** One pass over everything that is due, and what it asked. */
    pass,
    /** Reads the pull requests and their files and nothing else, and what that asked. */
    async readPulls(): Promise<Asked> {
      served.requests.reset();
      const task = await openTask({ repositoryId, forge: open(), now, signal }, null);
      await readStream(task, "pulls", async (leased) => {
        await walkWhole(leased, "pulls");
      });
      await readStream(task, "files", syncFiles);
      return askedOf(served);
    },
    /** Reads all that is due after an hour, and waits until the last change is older than the overlap. */
    async settle(): Promise<void> {
      store.clock.advance(HOUR);
      await pass();
      store.clock.advance(6 * MINUTE);
    },
    /** How many merged pull requests are held, and of how many of them the files are known. */
    async held(): Promise<{ merged: number; withFiles: number }> {
      const where = { repositoryId, state: "merged" };
      return {
        merged: await db.pullRequest.count({ where }),
        withFiles: await db.pullRequest.count({ where: { ...where, filesKnown: true } }),
      };
    },
    async [Symbol.asyncDispose](): Promise<void> {
      await served.close();
      await db.source.delete({ where: { id: source.id } });
      await rm(directory, { recursive: true, force: true });
    },
  };
}

const askedOf = ({ requests }: FakeServer): Asked => ({
  api: requests.total(),
  fetches: requests.count("GIT GET info/refs"),
  byEndpoint: requests.byEndpoint(),
});
