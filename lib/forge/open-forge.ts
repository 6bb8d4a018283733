import { AppError } from "#/lib/errors.ts";
import type { Forge } from "./forge.ts";
import { gitForge } from "./git/git-forge.ts";
import { giteaForge } from "./gitea/gitea-forge.ts";

export type SourceAddress = {
  readonly kind: "gitea" | "git";
  readonly url: string;
  readonly token?: string | undefined;
};

/** The adapter for an address; throws AppError invalid when it is no address of that kind. `waitFirstMs` shortens the waits between tries. */
export function openForge({ kind, url, token }: SourceAddress, waitFirstMs?: number): Forge {
  if (kind === "git") return gitForge(url);
  if (!/^https?:\/\/[^\s/]+/.test(url)) {
    throw new AppError(
      "invalid",
      `${url} is not the address of a forge. Write it as https://host.`,
    );
  }
  if (/^https?:\/\/[^/?#]*@/.test(url)) {
    throw new AppError(
      "invalid",
      "The address of the forge holds a name or a password. Write it without, and give a token instead.",
    );
  }
  const wait = waitFirstMs === undefined ? {} : { waitFirstMs };
  return giteaForge({ url, token: token ?? null, ...wait });
}
