import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { Delivery, ReceivedDelivery } from "../delivery.ts";
import { ForgeError } from "../forge-error.ts";
import { hintsOf, Payload } from "./hints-of.ts";

/** Reads a webhook of GitHub; null where its signature does not agree with the secret or there is none, ForgeError `invalid` where the signed body is not as published. An event that we do not know hints at nothing. */
export function readGitHubDelivery(received: ReceivedDelivery, secret: string): Delivery | null {
  const { headers, body } = received;
  if (!isSigned(received, secret)) return null;
  const event = headers.get("x-github-event") ?? "";
  const payload = Payload.safeParse(parseBody(received));
  if (!payload.success) {
    const [first] = payload.error.issues;
    throw notAsPublished(`${first?.path.join(".") || "(all)"} ${first?.message}`);
  }
  return {
    // Whoever sends a body twice without an id sends the same delivery.
    id: headers.get("x-github-delivery") || createHash("sha256").update(body).digest("hex"),
    event,
    repository: payload.data.repository?.id ?? null,
    hints: hintsOf(event, payload.data),
  };
}

/** Whether the signature is that of the body under the secret; with an empty secret nothing is signed. */
function isSigned({ headers, body }: ReceivedDelivery, secret: string): boolean {
  const said = headers.get("x-hub-signature-256") ?? "";
  const hex = /^sha256=([0-9a-f]{64})$/i.exec(said)?.[1];
  if (hex === undefined || secret === "") return false;
  const due = createHmac("sha256", secret).update(body).digest();
  return timingSafeEqual(Buffer.from(hex, "hex"), due);
}

/** The payload; a webhook that was made without choosing a kind of content sends it as a form. */
function parseBody({ headers, body }: ReceivedDelivery): unknown {
  const text = Buffer.from(body).toString("utf8");
  const isForm = headers.get("content-type")?.startsWith("application/x-www-form-urlencoded");
  try {
    return JSON.parse(isForm ? (new URLSearchParams(text).get("payload") ?? "") : text) as unknown;
  } catch {
    throw notAsPublished("it is no JSON");
  }
}

const notAsPublished = (what: string): ForgeError =>
  new ForgeError("invalid", `The webhook is signed, but its body is not as published: ${what}.`);
