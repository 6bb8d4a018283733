import type { Asked, Asking } from "./asking.ts";
import { type Lane, type Leave, laneOf } from "./lane.ts";
import { SLEPT_MAX_MS, sleep, waitUntil } from "./sleep.ts";
import { shown, spent } from "./trouble.ts";

const TRIES_MAX = 5;

/**
 * Waits for a turn on the way to the forge, and only then takes what the question costs: what waited in
 * the queue may not be asked any more. Throws ForgeError with `retryAt` where that takes long.
 */
export async function takeTurn(asking: Asking, asked: Asked<unknown>): Promise<Leave> {
  const leave = await lane(asking, asked).enter(asking.signal);
  try {
    await takeCost(asking, asked);
    return leave;
  } catch (error) {
    leave(null);
    throw error;
  }
}

// What is counted in points is asked one by one: so the one forge that has it wants it.
const lane = ({ base, atOnceMax }: Asking, { resource }: Asked<unknown>): Lane =>
  laneOf(`${base} ${resource}`, resource === "graphql" ? 1 : atOnceMax);

async function takeCost(
  { budget, signal }: Asking,
  { resource, cost, path }: Asked<unknown>,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const until = await budget.take(resource, cost);
    if (until === null) return;
    const wanted = waitUntil(until);
    if (wanted > SLEPT_MAX_MS || attempt === TRIES_MAX) throw spent(until, `before ${shown(path)}`);
    await sleep(wanted, signal);
  }
}
