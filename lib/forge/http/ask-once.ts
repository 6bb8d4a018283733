import type { Response } from "undici";
import type { LimitSeen } from "#/lib/facts/limit.ts";
import { ForgeError } from "../forge-error.ts";
import type { Asked, Asking } from "./asking.ts";
import { limitOf } from "./limit-of.ts";
import type { Answered } from "./pace.ts";
import { readBounded } from "./read-body.ts";
import { reasonOf } from "./redact.ts";
import { send } from "./send.ts";
import { takeTurn } from "./take-turn.ts";
import { mayPass, type Trouble, troubleOf } from "./trouble.ts";

const TROUBLE_BYTES_MAX = 64 * 1024;
/** How the platform names a certificate that it does not take; trying again does not change it. */
const UNTRUSTED = new Set([
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "CERT_HAS_EXPIRED",
  "CERT_NOT_YET_VALID",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

/** What one try brought, and before when the forge wants nothing more. */
export type Tried<Body> = {
  readonly notBefore: Date | null;
  readonly result: { readonly value: Body } | Trouble;
};

/** Asks once, when its turn has come, and tells the budget what was said of the limit before the next one has its turn. Throws what the budget throws, and the reason of the signal that ended it. */
export async function askOnce<Body>(asking: Asking, asked: Asked<Body>): Promise<Tried<Body>> {
  const leave = await takeTurn(asking, asked);
  let answered: Answered | null = null;
  try {
    const { seen, result, ...how } = await exchange(asking, asked);
    answered = how;
    if (seen) await asking.budget.saw(asked.resource, seen);
    return { notBefore: seen?.notBefore ?? null, result };
  } finally {
    leave(answered);
  }
}

type Exchanged<Body> = Answered & {
  /** null where there was no answer, or none that could be read. */
  readonly seen: LimitSeen | null;
  readonly result: Tried<Body>["result"];
};

async function exchange<Body>(asking: Asking, asked: Asked<Body>): Promise<Exchanged<Body>> {
  const began = performance.now();
  let answered = { failed: true, latencyMs: 0 };
  try {
    const response = await send({
      ...asking,
      url: `${asking.base}${asked.path}`,
      accept: asked.reader.accept,
      body: asked.body,
      signal: endedBy(asking),
    });
    answered = { failed: mayPass(response.status), latencyMs: performance.now() - began };
    return { ...answered, ...(await read(asking, asked, response)) };
  } catch (error) {
    asking.signal?.throwIfAborted();
    return { ...answered, seen: null, result: noAnswer(asking, asked, error) };
  }
}

function endedBy({ timeoutMs, signal }: Asking): AbortSignal {
  const timeout = AbortSignal.timeout(timeoutMs);
  return signal === undefined ? timeout : AbortSignal.any([timeout, signal]);
}

async function read<Body>(
  { redactor }: Asking,
  { path, reader, resource }: Asked<Body>,
  response: Response,
): Promise<Pick<Exchanged<Body>, "seen" | "result">> {
  const { status, headers, ok } = response;
  const said = ok ? "" : redactor.text((await readBounded(response, TROUBLE_BYTES_MAX)).text);
  const seen = limitOf({ status, headers, said }, resource, new Date());
  if (!ok) return { seen, result: troubleOf({ status, path, said, seen }) };
  return { seen, result: { value: await reader.read(response) } };
}

function noAnswer(
  { base, redactor }: Asking,
  { path, reader }: Asked<unknown>,
  error: unknown,
): Trouble {
  const refusal = refusalIn(error);
  if (refusal) return { error: refusal, again: false };
  const what = error instanceof SyntaxError ? `a body that is not ${reader.what}` : "no answer";
  const again = !isUntrusted(error);
  const next = again
    ? "Check the address and that the forge runs"
    : "Its certificate is not trusted. If it is of an authority of your own, give that one's certificate in GATELINE_CA_FILE";
  const message = `${base} gave ${what} to ${path} (${redactor.text(reasonOf(error))}). ${next}.`;
  const cause = redactor.cause(error);
  return { error: new ForgeError("unavailable", message, { cause }), again };
}

function isUntrusted(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : null;
  return cause instanceof Error && "code" in cause && UNTRUSTED.has(String(cause.code));
}

/** What we ourselves refused, which the platform wraps when a connection is made. */
function refusalIn(error: unknown): ForgeError | null {
  if (error instanceof ForgeError) return error;
  return error instanceof Error && error.cause instanceof ForgeError ? error.cause : null;
}
