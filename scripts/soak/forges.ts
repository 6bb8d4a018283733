import { createRandom, type Random } from "#/lib/fake/random.ts";
import { type FakeServer, serveFake } from "#/lib/fake/serve.ts";
import type { FakeDelivery } from "#/lib/fake/store.ts";
import { deliverer } from "#/lib/fake/webhook/deliverer.ts";
import { giteaForge } from "#/lib/forge/gitea/gitea-forge.ts";
import { githubForge } from "#/lib/forge/github/github-forge.ts";
import type { Compared } from "#/lib/sync/converge/testing/scene.ts";
import { putRepository, putSource, TOKEN } from "#/lib/sync/converge/testing/scene.ts";
import { SKINS, type Skin } from "#/lib/sync/converge/testing/skins.ts";
import { alter, type Ground, smallStore } from "#/lib/sync/converge/testing/small-store.ts";
import { type Trouble, troubleOf } from "#/lib/sync/converge/testing/trouble.ts";
import { receiveWebhook } from "#/lib/sync/receive-webhook.ts";

export type SoakedForge = {
  readonly skin: Skin;
  readonly served: FakeServer;
  readonly sides: readonly Compared[];
  /** One change by chance in one of its repositories. */
  readonly change: () => void;
  readonly advance: (seconds: number) => void;
  /** One round of webhooks: some are lost, some come twice, none in its order. */
  readonly deliver: () => Promise<number>;
  /** Other troubles from now on; none where it is quiet. */
  readonly trouble: (isQuiet?: boolean) => void;
};

/** A forge with two repositories, and a source that points at it. */
export async function openForge(skin: Skin, seed: number, beginsAt: Date): Promise<SoakedForge> {
  const random = createRandom(seed);
  const ground = smallStore(random, skin, { withGit: true, beginsAt });
  const { store } = ground;
  const trouble: Trouble = { now: null, what: "" };
  const served = await serveFake({
    store,
    pageMax: 5,
    faults: (request, nth) => trouble.now?.(request, nth) ?? null,
  });
  const sourceId = await putSource(skin, served.url, TOKEN);
  const forgeOf = () => {
    const source = { url: served.url, token: TOKEN, waitFirstMs: 0 };
    return skin.kind === "github" ? githubForge(source) : giteaForge(source);
  };
  const grounds = groundsOf(ground);
  const sides = [];
  for (const { repository } of grounds) {
    const { repositoryId } = await putRepository(sourceId, repository);
    sides.push({ repository, skin, store, repositoryId, forgeOf, tellsSizes: false });
  }
  const hand = async ({ headers, body }: FakeDelivery): Promise<number> => {
    const received = { headers: new Headers(headers), body: Buffer.from(body) };
    await receiveWebhook(sourceId, received, new Date());
    return 202;
  };
  const options = { seed, drop: 0.2, duplicate: 0.2, delay: 0.2, reorder: true, hand };
  const told = deliverer(store, options);
  return {
    skin,
    served,
    sides,
    change: () => void alter(random, random.pick(grounds), { isTimed: false }),
    advance: (seconds) => store.clock.advance(seconds),
    deliver: async () => (await told.deliverAll()).length,
    trouble: (isQuiet = false) =>
      Object.assign(trouble, isQuiet ? { now: null } : mildTroubleOf(random)),
  };
}

/** Limits are left out: their clock is the real one, and they would outlast the whole history. */
const mildTroubleOf = (random: Random): Trouble =>
  troubleOf(random, { without: ["limit", "token-expired"], rates: [0, 0.03, 0.08], farS: 6 });

const groundsOf = (ground: Ground): readonly Ground[] => [
  ground,
  { ...ground, repository: ground.other, other: ground.repository },
];

export const SOAKED: readonly Skin[] = SKINS.filter(({ name }) =>
  ["Gitea 1.27.0", "Forgejo 16", "GitHub"].includes(name),
);
