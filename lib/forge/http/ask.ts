import { validateHeaderValue } from "node:http";
import { AppError } from "#/lib/errors.ts";
import type { Budget } from "../budget.ts";
import type { ForgeError } from "../forge-error.ts";
import { askOnce } from "./ask-once.ts";
import type { Asked, Asking } from "./asking.ts";
import { backoffMs } from "./backoff.ts";
import { UNNAMED_MS } from "./limit-of.ts";
import { SLEPT_MAX_MS, sleep, waitUntil } from "./sleep.ts";
import { shown, spent } from "./trouble.ts";

const TRIES_MAX = 5;

/** Asks until there is an answer, up to five times where it may pass by itself, or less often where the question wants that of a gateway that gives up, with waits between that grow from the first; throws ForgeError otherwise, with `retryAt` where the forge wants to be left alone for longer than five seconds. */
export async function ask<Body>(
  asking: Asking & { readonly waitFirstMs: number },
  asked: Asked<Body>,
): Promise<Body> {
  const { authorization, budget, waitFirstMs, signal } = asking;
  refuseUnsendable(authorization);
  for (let attempt = 1; ; attempt += 1) {
    const { notBefore, result } = await askOnce(asking, asked);
    if ("value" in result) return result.value;
    if (!result.again) throw result.error;
    if (attempt >= triesOf(result.error, asked)) throw await lastOf(result.error, asked, budget);
    const wanted = notBefore === null ? backoffMs(attempt, waitFirstMs) : waitUntil(notBefore);
    if (notBefore !== null && wanted > SLEPT_MAX_MS) throw result.error;
    await sleep(wanted, signal);
  }
}

const triesOf = ({ status }: ForgeError, { tries = TRIES_MAX }: Asked<unknown>): number =>
  status === 502 || status === 504 ? Math.min(tries, TRIES_MAX) : TRIES_MAX;

/** What is thrown after the last try. "Too many requests", said to the end without a time, is a limit too, as proxies have them. */
async function lastOf(
  error: ForgeError,
  { resource, path }: Asked<unknown>,
  budget: Budget,
): Promise<ForgeError> {
  if (error.status !== 429 || error.retryAt !== null) return error;
  const notBefore = new Date(Date.now() + UNNAMED_MS);
  await budget.saw(resource, { limit: null, remaining: null, resetAt: null, notBefore });
  return spent(notBefore, `429 for ${shown(path)}`, 429);
}

/** The platform's own error would repeat the token, so ours comes before it. */
function refuseUnsendable(authorization: string | null): void {
  if (authorization === null) return;
  try {
    validateHeaderValue("authorization", authorization);
  } catch {
    throw new AppError(
      "invalid",
      "The token holds a sign that no token has, such as a line break. Enter it anew on the sources page.",
    );
  }
}
