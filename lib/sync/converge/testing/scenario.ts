import { createRandom, type Random } from "#/lib/fake/random.ts";
import { deliverer } from "#/lib/fake/webhook/deliverer.ts";
import { db } from "#/lib/store/db.ts";
import { differences, notBrought } from "./differences.ts";
import type { Ending } from "./process.ts";
import { openScene, type Scene, type Work } from "./scene.ts";
import { type Skin, skinOf } from "./skins.ts";
import { alter } from "./small-store.ts";
import { LIES, troubleOf } from "./trouble.ts";

/** Longer than the overlap of two passes, and than every timer but that of a walk over everything. */
const QUIET_S = 2 * 3600;
const REFRESHES_MAX = 3;
const SHOWN_MAX = 12;

export type Played = {
  readonly seed: number;
  readonly skin: Skin;
  /** What the database holds otherwise than the forge, a line each; none is what is to be proven. */
  readonly wrong: readonly string[];
  /** What happened, a line each. */
  readonly history: readonly string[];
};

/** Plays the history of a seed to its quiet end and compares what is held with what the forge has. */
export async function play(seed: number): Promise<Played> {
  const random = createRandom(seed);
  const skin = skinOf(seed);
  await using scene = await openScene(random, skin);
  const history: string[] = [];
  const hooks = deliverer(scene.store, {
    seed,
    drop: random.pick([0, 0.3, 1]),
    duplicate: 0.2,
    delay: 0.2,
    reorder: true,
    hand: (delivery) => scene.hand(delivery),
  });
  const isHonest = random.chance(0.5);
  const rounds = 3 + random.below(4);
  for (let round = 1; round <= rounds; round += 1) {
    const say = (what: string) => history.push(`round ${round}: ${what}`);
    for (let left = random.below(7); left > 0; left -= 1) say(alter(random, scene));
    if (random.chance(0.6)) {
      const delivered = await hooks.deliverAll();
      say(`${delivered.length} webhooks delivered`);
      for (const { outcome } of delivered)
        if (outcome !== null && "failure" in outcome) say(`a webhook failed: ${outcome.failure}`);
    }
    await workOnce({ random, scene, say, isFirst: round === 1, isHonest });
    scene.store.clock.advance(random.below(random.pick([30, 600, 9000])));
  }
  const wrong = [...(await quieten(scene, isHonest)), ...(await differences(scene))];
  return { seed, skin, wrong, history };
}

type Round = {
  readonly random: Random;
  readonly scene: Scene;
  readonly say: (what: string) => void;
  readonly isFirst: boolean;
  readonly isHonest: boolean;
};

/** One job of a worker while the forge goes on changing, has its troubles, and the worker may die. */
async function workOnce({ random, scene, say, isFirst, isHonest }: Round): Promise<void> {
  const { trouble, served, poison, repository } = scene;
  Object.assign(trouble, troubleOf(random, isHonest ? { without: LIES } : {}));
  poison.length = 0;
  if (!isHonest && random.chance(0.15) && repository.issues.length > 0) {
    const { number } = random.pick(repository.issues);
    poison.push({ repository: `${repository.owner}/${repository.name}`, number });
  }
  const asked = served.requests.entries.length;
  let isUnderWay = true;
  for (let left = random.below(4); left > 0; left -= 1) {
    const nth = 1 + random.below(40);
    const seed = random.below(2 ** 31);
    served.onRequest(asked + nth, () => {
      if (isUnderWay) say(`at request ${nth}: ${alter(createRandom(seed), scene)}`);
    });
  }
  const by = isFirst ? "sync" : random.pick(["sync", "sync", "sync", "refresh", "sweep"] as const);
  const ending = endingOf(random);
  const work: Work = { by, ending };
  const state = await scene.work(work);
  isUnderWay = false;
  const how = ending === null ? "" : `, ${ending.kind} after ${ending.afterRequests} requests`;
  say(`${by} with ${trouble.what}${how}: ${state}`);
}

function endingOf(random: Random): Ending {
  if (!random.chance(0.45)) return null;
  const kind = random.pick(["killed", "killed", "stopped"] as const);
  return { kind, afterRequests: random.below(random.pick([6, 25, 60])) };
}

/** Nothing changes any more and nothing goes wrong: one ordinary pass, what webhooks left, and one sweep. */
async function quieten(scene: Scene, isHonest: boolean): Promise<readonly string[]> {
  scene.trouble.now = null;
  scene.poison.length = 0;
  scene.store.clock.advance(QUIET_S);
  const ends = [await scene.work({ by: "sync", ending: null })];
  const { repositoryId } = scene;
  const missing = isHonest ? await notBrought(scene) : [];
  for (
    let left = REFRESHES_MAX;
    left > 0 && (await db.touch.count({ where: { repositoryId } })) > 0;
    left -= 1
  )
    ends.push(await scene.work({ by: "refresh", ending: null }));
  ends.push(await scene.work({ by: "sweep", ending: null }));
  if (ends.every((end) => end === "done")) return missing;
  const runs = await db.syncRun.findMany({
    where: { repositoryId },
    orderBy: { id: "desc" },
    take: 2,
  });
  return [
    `the last passes ended as ${ends.join(", ")}: ${runs.map(({ error }) => error).join(" | ")}`,
  ];
}

/** What failed and how it came to it, in a few lines. */
export function told({ seed, skin, wrong, history }: Played): string {
  const more = wrong.length > SHOWN_MAX ? [`  … ${wrong.length - SHOWN_MAX} more`] : [];
  return [
    `seed ${seed} (${skin.name}): the database is not as the forge. Play it alone: npm run soak -- --seed ${seed}`,
    ...wrong.slice(0, SHOWN_MAX).map((line) => `  ${line}`),
    ...more,
    ...history.map((line) => `    ${line}`),
  ].join("\n");
}
