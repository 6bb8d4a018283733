import { type Dispatcher, fetch, type Response } from "undici";
import { ForgeError } from "../forge-error.ts";

const REDIRECTS_MAX = 3;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

export type Outgoing = {
  readonly url: string;
  readonly accept: string;
  readonly authorization: string | null;
  /** Sent to the forge itself and to nobody whom it points at. */
  readonly headers: Readonly<Record<string, string>>;
  /** What is asked by POST; undefined is a GET. */
  readonly body: unknown;
  readonly dispatcher: Dispatcher;
  readonly signal: AbortSignal;
  /** Told of each request before it goes out. */
  readonly onRequest: () => void;
};

/**
 * Sends one question. A GET follows up to three redirects; the authorization goes with it on the same host
 * only, and never from https to http. Whatever is sent by POST is followed nowhere, for a redirect would
 * turn it into another request. Throws ForgeError `failed` that says where the forge pointed.
 */
export async function send(outgoing: Outgoing): Promise<Response> {
  const { dispatcher, signal, body } = outgoing;
  let url = new URL(outgoing.url);
  let own = true;
  for (let hops = 0; ; hops += 1) {
    outgoing.onRequest();
    const response = await fetch(url, {
      headers: headersOf(outgoing, own),
      redirect: "manual",
      dispatcher,
      signal,
      ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
    });
    if (!REDIRECTS.has(response.status)) return response;
    // What is not read would hold the connection.
    await response.body?.cancel();
    const next = targetOf(response, url);
    if (body !== undefined) throw moved(url, next, "What is not only read is not sent on");
    if (hops === REDIRECTS_MAX) throw moved(url, next, "That is one redirect too many");
    if (!isFollowed(url, next)) throw moved(url, next, "That is not followed");
    own &&= isSameHost(url, next);
    url = next;
  }
}

function headersOf(outgoing: Outgoing, own: boolean): Record<string, string> {
  const { accept, authorization, headers, body } = outgoing;
  return {
    accept,
    "user-agent": "gateline",
    ...(body === undefined ? {} : { "content-type": "application/json" }),
    ...(own ? headers : {}),
    ...(own && authorization !== null ? { authorization } : {}),
  };
}

function targetOf(response: Response, from: URL): URL {
  const location = response.headers.get("location") ?? "";
  if (location !== "" && URL.canParse(location, from.href)) return new URL(location, from);
  throw new ForgeError(
    "failed",
    `${from.origin}${from.pathname} points elsewhere (${response.status}) without saying where. Check the address of the forge.`,
    { status: response.status },
  );
}

function isFollowed(from: URL, to: URL): boolean {
  if (to.username !== "" || to.password !== "") return false;
  return to.protocol === "https:" || (to.protocol === "http:" && from.protocol === "http:");
}

/** The same host and port, or the same host that asks to be spoken to by https. */
function isSameHost(from: URL, to: URL): boolean {
  const isUpgrade = from.protocol === "http:" && to.protocol === "https:" && to.port === "";
  return (
    from.origin === to.origin || (from.hostname === to.hostname && from.port === "" && isUpgrade)
  );
}

const moved = (from: URL, to: URL, why: string): ForgeError =>
  new ForgeError(
    "failed",
    `${from.origin}${from.pathname} points to ${to.protocol}//${to.host}${to.pathname}. ${why}: check the address of the forge, and enter the new one if it moved.`,
  );
