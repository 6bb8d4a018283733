import { setTimeout as wait } from "node:timers/promises";
import { createRandom, type Random } from "#/lib/fake/random.ts";
import { differences } from "#/lib/sync/converge/testing/differences.ts";
import type { Skin } from "#/lib/sync/converge/testing/skins.ts";
import { openForge, type SoakedForge } from "./forges.ts";
import { isWorkedOn, jobsIn, outlive, queueNow, queueSyncs, sweepAll } from "./jobs.ts";
import { startWorkers, type Workers } from "./workers.ts";

export type Replay = {
  readonly seed: number;
  readonly skins: readonly Skin[];
  /** How long it takes, without the quiet end. */
  readonly lastsMs: number;
  /** What its workers work with; this process has the same. */
  readonly env: NodeJS.ProcessEnv;
};

const HOURS = 12;
const WORKERS = 3;
const TICK_MS = 250;
const SYNC_EVERY_MS = 1500;
const KILL_EVERY_MS = 3500;
const CHANGES_AN_HOUR = 12;
const QUIET_TICKS = 4;
const QUIET_MAX_MS = 120_000;
/** A first pass, and what each further one may cost where it finds changes; measured, with room for tries. */
const REQUESTS_FIRST = 400;
const REQUESTS_A_PASS = 60;

/** Twelve hours of a few forges' lives, the forge's clock running fast, with three workers that are killed at random; what was wrong at the end, a line each. */
export async function replay({ seed, skins, lastsMs, env }: Replay): Promise<readonly string[]> {
  const random = createRandom(seed);
  const beginsAt = new Date(Date.now() - HOURS * 3_600_000);
  const forges = await Promise.all(
    skins.map((skin, index) => openForge(skin, seed + index, beginsAt)),
  );
  const workers = startWorkers(WORKERS, env);
  try {
    const happened = await live({ random, forges, workers, lastsMs });
    for (const forge of forges) forge.trouble(true);
    const wrong = await quieten(forges);
    tellWhat({ forges, workers, ...happened });
    return [...wrong, ...(await compare(forges)), ...(await tooMany(forges)), ...fell(workers)];
  } finally {
    await workers.stop();
    for (const { served } of forges) await served.close();
  }
}

type Life = {
  readonly random: Random;
  readonly forges: readonly SoakedForge[];
  readonly workers: Workers;
  readonly lastsMs: number;
};

async function live({ random, forges, workers, lastsMs }: Life) {
  const began = performance.now();
  const due = { sync: 0, kill: KILL_EVERY_MS };
  let [changes, webhooks, gone] = [0, 0, 0];
  for (let at = 0; at < lastsMs; at = performance.now() - began) {
    const seconds = Math.floor(((at - gone) / lastsMs) * HOURS * 3600);
    gone = at;
    for (const forge of forges) {
      forge.advance(seconds);
      const expected = (CHANGES_AN_HOUR * forge.sides.length * seconds) / 3600;
      for (let left = random.below(2 * Math.ceil(expected) + 1); left > 0; left -= 1) {
        forge.change();
        changes += 1;
      }
      if (random.chance(0.1)) forge.trouble();
      if (random.chance(0.3)) webhooks += await forge.deliver();
    }
    if (at >= due.sync) {
      due.sync = at + SYNC_EVERY_MS;
      await queueSyncs(forges);
    }
    if (at >= due.kill) {
      due.kill = at + KILL_EVERY_MS * (0.5 + random.next());
      await workers.killOne(random);
    }
    await wait(TICK_MS);
  }
  return { changes, webhooks };
}

/** No change, no trouble and no death any more: what is queued is done, what killed workers had begun is taken back, then everything is walked once. */
async function quieten(forges: readonly SoakedForge[]): Promise<readonly string[]> {
  const until = performance.now() + QUIET_MAX_MS;
  for (const forge of forges) forge.advance(3600);
  const settled = async (states: readonly string[]): Promise<readonly string[]> => {
    for (let quiet = 0; quiet < QUIET_TICKS; await wait(TICK_MS)) {
      await queueNow();
      const left = await jobsIn(states);
      quiet = left.length > 0 || (await isWorkedOn()) ? 0 : quiet + 1;
      if (performance.now() > until) return left.map((job) => `never came to its end: ${job}`);
    }
    return [];
  };
  const all = ["created", "retry", "active"];
  const steps = [
    () => settled(["created", "retry"]),
    async () => {
      await outlive();
      await queueSyncs(forges);
      return settled(all);
    },
    async () => {
      await sweepAll(forges);
      return settled(all);
    },
  ];
  for (const step of steps) {
    const left = await step();
    if (left.length > 0) return left;
  }
  return [];
}

async function compare(forges: readonly SoakedForge[]): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const { sides, skin } of forges)
    for (const side of sides)
      for (const line of await differences(side))
        lines.push(`${skin.name}, ${side.repository.name}: ${line}`);
  return lines;
}

async function tooMany(forges: readonly SoakedForge[]): Promise<readonly string[]> {
  const { db } = await import("#/lib/store/db.ts");
  const lines: string[] = [];
  for (const { served, sides, skin } of forges) {
    const ids = sides.map(({ repositoryId }) => repositoryId);
    const passes = await db.syncRun.count({ where: { repositoryId: { in: ids } } });
    const most = sides.length * REQUESTS_FIRST + passes * REQUESTS_A_PASS;
    const total = served.requests.total();
    console.log(
      `${skin.name}: ${total} requests and ${served.requests.git()} by git in ${passes} passes`,
    );
    if (total > most) lines.push(`${skin.name}: ${total} requests, where ${most} are the most`);
  }
  return lines;
}

const fell = (workers: Workers): readonly string[] =>
  workers.fallen() === 0 ? [] : [`${workers.fallen()} workers ended by themselves`];

function tellWhat(input: {
  forges: readonly SoakedForge[];
  workers: Workers;
  changes: number;
  webhooks: number;
}): void {
  const { forges, workers, changes, webhooks } = input;
  const repositories = forges.reduce((sum, { sides }) => sum + sides.length, 0);
  console.log(
    `${HOURS} hours of ${repositories} repositories: ${changes} changes, ${webhooks} webhooks, ${workers.killed()} of the workers killed`,
  );
}
