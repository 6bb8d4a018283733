import { AppError } from "#/lib/errors.ts";
import type { Budget } from "./budget.ts";
import type { Forge } from "./forge.ts";
import { gitForge } from "./git/git-forge.ts";
import { giteaForge } from "./gitea/gitea-forge.ts";
import { isAppKey } from "./github/app-token.ts";
import { githubForge } from "./github/github-forge.ts";
import type { MirrorOptions } from "./mirror/mirror-options.ts";
import { withMirror } from "./mirror/with-mirror.ts";

export type SourceAddress = {
  readonly kind: "gitea" | "github" | "git";
  readonly url: string;
  readonly token?: string | undefined;
};

export type OpenOptions = {
  /** Shortens the waits between tries, where a person waits for the answer. */
  readonly waitFirstMs?: number;
  /** What all who ask with this token share; nothing is counted where it is not given. */
  readonly budget?: Budget;
  /** Ends what is under way, as when a worker stops. */
  readonly signal?: AbortSignal;
  /** Where files, patches and commits are read by git; they are asked of the API where it is not given. */
  readonly mirror?: Pick<MirrorOptions, "key" | "directory" | "bytesMax">;
};

/** The adapter for an address; throws AppError invalid when it is no address of that kind. */
export function openForge({ kind, url, token }: SourceAddress, options: OpenOptions = {}): Forge {
  if (kind === "git") return gitForge(url);
  requireAddress(url);
  const { mirror, ...asking } = options;
  const input = { url, token: token ?? null, ...asking };
  const forge = kind === "github" ? githubForge(input) : giteaForge(input);
  if (mirror === undefined) return forge;
  const base = url.replace(/\/+$/, "");
  const { signal } = options;
  return withMirror(forge, {
    ...mirror,
    // The key of an app is for its API alone: git would hand it to the forge as a password.
    token: token === undefined || isAppKey(token) ? null : token,
    cloneUrl: (repository) => `${base}/${repository}.git`,
    commitUrl: (repository, sha) => `${base}/${repository}/commit/${sha}`,
    ...(signal === undefined ? {} : { signal }),
  });
}

function requireAddress(url: string): void {
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
}
