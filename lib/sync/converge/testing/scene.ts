import { PRESETS } from "#/lib/coverage/policy.ts";
import type { Poison } from "#/lib/fake/poison.ts";
import type { Random } from "#/lib/fake/random.ts";
import { serveFake } from "#/lib/fake/serve.ts";
import type { FakeDelivery } from "#/lib/fake/store.ts";
import type { Budget } from "#/lib/forge/budget.ts";
import { giteaForge } from "#/lib/forge/gitea/gitea-forge.ts";
import { githubForge } from "#/lib/forge/github/github-forge.ts";
import { db } from "#/lib/store/db.ts";
import { saveRepository } from "#/lib/store/save-repository.ts";
import { seal } from "#/lib/store/seal.ts";
import { receiveWebhook } from "../../receive-webhook.ts";
import { refreshTouched } from "../../refresh-touched.ts";
import { syncRepository } from "../../sync-repository.ts";
import { type Ending, mortal } from "./process.ts";
import type { Skin } from "./skins.ts";
import { SECRET, smallStore } from "./small-store.ts";
import type { Trouble } from "./trouble.ts";

export const TOKEN = "ghp_b16b00b5";

export type Work = { readonly by: "sync" | "refresh" | "sweep"; readonly ending: Ending };

/** A forge of a seed, a source that points at it, and what a worker does for it. */
export async function openScene(random: Random, skin: Skin) {
  const ground = smallStore(random, skin);
  const { store, repository } = ground;
  const trouble: Trouble = { now: null, what: "" };
  const poison: Poison[] = [];
  const served = await serveFake({
    store,
    pageMax: 2 + random.below(2),
    faults: (request, nth) => trouble.now?.(request, nth) ?? null,
    poison,
  });
  const { sourceId, repositoryId, programId } = await put(skin, served.url, repository);
  let processes = 0;
  const now = () => new Date(store.clock.now());
  /** A process knows of the forge what it found out itself, so each asks an address of its own that leads to the same. */
  const forgeOf = (options: { budget?: Budget; signal?: AbortSignal } = {}) => {
    const source = { url: served.url + "/.".repeat(processes), token: TOKEN, waitFirstMs: 0 };
    return skin.kind === "github"
      ? githubForge({ ...source, ...options })
      : giteaForge({ ...source, ...options });
  };
  return {
    ...ground,
    served,
    trouble,
    poison,
    skin,
    repositoryId,
    tellsSizes: true,
    now,
    forgeOf,
    async work({ by, ending }: Work): Promise<string> {
      const process = mortal(ending, repositoryId);
      const { signal } = process;
      const forge = forgeOf(process);
      const input = { repositoryId, forge, now, signal, whole: by === "sweep" };
      const ended = await process.live(
        by === "refresh" ? refreshTouched(input) : syncRepository(input),
      );
      if (ended === "killed" || signal.aborted) processes += 1;
      return ended === "killed" ? ended : ended.state;
    },
    /** Takes what the forge tells, as the door for webhooks does. */
    async hand({ headers, body }: FakeDelivery): Promise<number> {
      const received = { headers: new Headers(headers), body: Buffer.from(body) };
      await receiveWebhook(sourceId, received, now());
      return 202;
    },
    async [Symbol.asyncDispose](): Promise<void> {
      await served.close();
      await db.program.delete({ where: { id: programId } });
      await db.source.delete({ where: { id: sourceId } });
    },
  };
}

export type Scene = Awaited<ReturnType<typeof openScene>>;

/** Both sides of a comparison. */
export type Compared = Pick<Scene, "repository" | "skin" | "store" | "repositoryId" | "forgeOf"> & {
  /** Whether it is told how many lines a file got and lost; a mirror without its blobs does not. */
  readonly tellsSizes: boolean;
};

type Named = { readonly id: number; readonly owner: string; readonly name: string };

async function put(skin: Skin, url: string, repository: Named) {
  const sourceId = await putSource(skin, url, null);
  return { sourceId, ...(await putRepository(sourceId, repository)) };
}

/** A source that points at a forge and takes its webhooks. */
export async function putSource(
  { kind, name }: Skin,
  url: string,
  token: string | null,
): Promise<number> {
  const sealed = { sealedHook: seal(SECRET), sealedToken: token === null ? null : seal(token) };
  const { id } = await db.source.create({ data: { name: `${name} ${url}`, kind, url, ...sealed } });
  return id;
}

/** A repository of a source, in the scope of a program of its own. */
export async function putRepository(sourceId: number, { id, owner, name: of }: Named) {
  const fullName = `${owner}/${of}`;
  const fact = { externalId: String(id), fullName, defaultBranch: "main", url: null };
  const repositoryId = await saveRepository(db, sourceId, fact);
  const slug = `converge-${repositoryId}`;
  const program = await db.program.create({
    data: {
      slug,
      name: slug,
      timeZone: "UTC",
      fixesSince: new Date("2026-01-01"),
      scope: { create: { repositoryId, alias: "it" } },
      policies: { create: { version: 1, rules: PRESETS.audit } },
    },
  });
  return { repositoryId, programId: program.id };
}
