import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { ForgeError } from "../forge-error.ts";
import { runGit } from "./git.ts";

export type Clone = {
  readonly directory: string;
  /** `owner/name` where a remote tells it, else the directory. */
  readonly name: string;
  /** The commit that is looked at. */
  readonly head: string;
  readonly isShallow: boolean;
  /** Brings the contents of files that it lacks, all at once; absent where nothing but what is there may be read. */
  readonly fetch?: (ids: readonly string[]) => Promise<void>;
};

/** A local clone (work tree, `.git`, bare) at a reference, HEAD unless one is given; throws ForgeError with the next step when there is none to read. */
export async function openClone(directory: string, reference = "HEAD"): Promise<Clone> {
  const found = await stat(directory).catch(() => null);
  if (!found?.isDirectory()) {
    throw new ForgeError(
      "usage",
      `${directory} is not a directory. Give the directory of a git clone.`,
    );
  }
  const commit = `${reference}^{commit}`;
  const [shallow, head, remote] = await Promise.all([
    answer(directory, ["rev-parse", "--is-shallow-repository"]),
    answer(directory, ["rev-parse", "--verify", "--quiet", "--end-of-options", commit]),
    answer(directory, ["config", "--get", "remote.origin.url"]),
  ]);
  if (shallow === null) throw await notAClone(directory);
  if (head === null) throw await noCommit(directory, reference);
  return {
    directory,
    name: nameOfRemote(remote ?? "") ?? resolve(directory),
    head,
    isShallow: shallow === "true",
  };
}

/** `owner/name` of a remote's address; null for a path and for anything else. */
export function nameOfRemote(url: string): string | null {
  const path = /^(?:[a-z+]+:\/\/[^/]+|[^/:]+@[^/:]+:)\/?(.+?)(?:\.git)?\/?$/i.exec(url.trim())?.[1];
  const parts = path?.split("/") ?? [];
  return parts.length >= 2 && !url.startsWith("file:") ? parts.slice(-2).join("/") : null;
}

/** What git answers, without the newline; null when it fails. */
async function answer(directory: string, args: readonly string[]): Promise<string | null> {
  try {
    return (await runGit({ directory, args })).trim();
  } catch (error) {
    if (error instanceof ForgeError && error.cause === undefined) return null;
    throw error;
  }
}

async function notAClone(directory: string): Promise<ForgeError> {
  // Git refuses the clone of another user; asking again while trusting it tells this case apart.
  const trusted = await answer(directory, ["-c", "safe.directory=*", "rev-parse", "--git-dir"]);
  return trusted === null
    ? new ForgeError(
        "usage",
        `${directory} is not a git repository. Give the directory of a clone.`,
      )
    : new ForgeError(
        "forbidden",
        `${directory} belongs to another user, so git does not read it. If you trust it: git config --global --add safe.directory '${resolve(directory)}'`,
      );
}

async function noCommit(directory: string, reference: string): Promise<ForgeError> {
  const any = await answer(directory, ["rev-list", "--all", "-1"]);
  if (any === "" || any === null) {
    return new ForgeError(
      "usage",
      `${directory} has no commits yet, so there is nothing to audit.`,
    );
  }
  return new ForgeError(
    "usage",
    `${directory} has no commit at ${JSON.stringify(reference)}. Fetch or check out the default branch first.`,
  );
}
