import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { Delivery, ReceivedDelivery } from "../delivery.ts";
import { ForgeError } from "../forge-error.ts";
import { hintsOf, Payload } from "./hints-of.ts";

const SIGNATURES = ["x-gitea-signature", "x-forgejo-signature", "x-hub-signature-256"];

/** Reads a webhook of Gitea or Forgejo; null where its signature does not agree with the secret or there is none, ForgeError `invalid` where the signed body is not as published. An event that we do not know hints at nothing. */
export function readGiteaDelivery(received: ReceivedDelivery, secret: string): Delivery | null {
  const { headers, body } = received;
  if (!isSigned(received, secret)) return null;
  const event = headerOf(headers, "event-type") ?? headerOf(headers, "event") ?? "";
  const payload = Payload.safeParse(parseBody(body));
  if (!payload.success) {
    const [first] = payload.error.issues;
    throw notAsPublished(`${first?.path.join(".") || "(all)"} ${first?.message}`);
  }
  const { repository } = payload.data;
  return {
    // Whoever sends a body twice without an id sends the same delivery.
    id: headerOf(headers, "delivery") ?? createHash("sha256").update(body).digest("hex"),
    event,
    repository: repository ? String(repository.id) : null,
    hints: hintsOf(event, payload.data),
  };
}

const headerOf = (headers: Headers, name: string): string | null =>
  headers.get(`x-gitea-${name}`) || headers.get(`x-forgejo-${name}`) || null;

/** Whether the first signature that is there is that of the body under the secret; with an empty secret nothing is signed. */
function isSigned({ headers, body }: ReceivedDelivery, secret: string): boolean {
  const said = SIGNATURES.map((name) => headers.get(name)).find(Boolean);
  if (!said || secret === "") return false;
  const hex = said.replace(/^sha256=/, "").toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(hex)) return false;
  const due = createHmac("sha256", secret).update(body).digest();
  return timingSafeEqual(Buffer.from(hex, "hex"), due);
}

function parseBody(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString("utf8")) as unknown;
  } catch {
    throw notAsPublished("it is no JSON; let the webhook send application/json");
  }
}

const notAsPublished = (what: string): ForgeError =>
  new ForgeError("invalid", `The webhook is signed, but its body is not as published: ${what}.`);
