import type { Delivery, ReceivedDelivery } from "./delivery.ts";
import { readGiteaDelivery } from "./gitea/read-delivery.ts";
import { readGitHubDelivery } from "./github/read-delivery.ts";

/** Reads a webhook of a kind of source; null where its signature does not agree with the secret, and for a source that sends none. Throws ForgeError `invalid` where a signed body is not as published. */
export function readDelivery(
  kind: "gitea" | "github" | "git",
  received: ReceivedDelivery,
  secret: string,
): Delivery | null {
  if (kind === "git") return null;
  return kind === "github"
    ? readGitHubDelivery(received, secret)
    : readGiteaDelivery(received, secret);
}
