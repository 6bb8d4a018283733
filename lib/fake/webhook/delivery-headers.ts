import { sign } from "./sign.ts";

type Said = { id: string; secret: string; body: string; event: string };

/** Gitea writes every header under the names of those whose hooks it can stand for; Forgejo adds its own. */
export function giteaHeaders(
  { id, secret, body, event, type }: Said & { type: string },
  isForgejo: boolean,
): Record<string, string> {
  const signature = secret === "" ? "" : sign(body, secret);
  const headers: Record<string, string> = { "Content-Type": "application/json" };
  for (const name of ["GitHub", "Gogs", "Gitea", ...(isForgejo ? ["Forgejo"] : [])]) {
    headers[`X-${name}-Delivery`] = id;
    headers[`X-${name}-Event`] = event;
    headers[`X-${name}-Event-Type`] = type;
    if (name !== "GitHub") headers[`X-${name}-Signature`] = signature;
  }
  return { ...headers, "X-Hub-Signature-256": `sha256=${signature}` };
}

export function githubHeaders({
  id,
  secret,
  body,
  event,
  hookId,
}: Said & { hookId: number }): Record<string, string> {
  return {
    "Content-Type": "application/json",
    "User-Agent": "GitHub-Hookshot/fake",
    "X-GitHub-Event": event,
    "X-GitHub-Delivery": id,
    "X-GitHub-Hook-ID": String(hookId),
    ...(secret !== "" && { "X-Hub-Signature-256": `sha256=${sign(body, secret)}` }),
  };
}
