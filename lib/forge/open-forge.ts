import { AppError } from "#/lib/errors.ts";
import type { Forge } from "./forge.ts";
import { gitForge } from "./git/git-forge.ts";
import { giteaForge } from "./gitea/gitea-forge.ts";

export type SourceAddress = {
  readonly kind: "gitea" | "git";
  readonly url: string;
  readonly token?: string | undefined;
};

/** The adapter for an address; throws AppError invalid when it is no address of that kind. */
export function openForge({ kind, url, token }: SourceAddress): Forge {
  if (kind === "git") return gitForge(url);
  if (!/^https?:\/\/[^\s/]+/.test(url)) {
    throw new AppError(
      "invalid",
      `${url} is not the address of a forge. Write it as https://host.`,
    );
  }
  return giteaForge({ url, token: token ?? null });
}
