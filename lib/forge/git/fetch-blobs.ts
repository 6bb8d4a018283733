import { runGit } from "./git.ts";

const TIMEOUT_MS = 10 * 60_000;

// The clone's own settings may name programs, so those that a fetch would start are replaced.
const QUIET = [
  "credential.helper=",
  "core.askPass=",
  "core.hooksPath=/dev/null",
  "core.sshCommand=ssh -oBatchMode=yes -oConnectTimeout=20",
  "core.gitProxy=",
  "http.lowSpeedLimit=1000",
  "http.lowSpeedTime=60",
  "gc.auto=0",
  "maintenance.auto=false",
  "fetch.writeCommitGraph=false",
  "fetch.negotiationAlgorithm=noop",
  "protocol.allow=never",
  ...["https", "http", "ssh", "git", "file"].map((scheme) => `protocol.${scheme}.allow=always`),
].flatMap((setting) => ["-c", setting]);

/** Fetches the contents of files into a partial clone, all at once and without asking anybody anything; throws ForgeError when the remote does not give them within ten minutes. */
export async function fetchBlobs(
  directory: string,
  remote: string,
  ids: readonly string[],
): Promise<void> {
  const args = [
    ...QUIET,
    "fetch",
    "--quiet",
    "--no-tags",
    "--no-write-fetch-head",
    "--recurse-submodules=no",
    "--filter=blob:none",
    "--upload-pack=git-upload-pack",
    "--stdin",
    "--",
    remote,
  ];
  await runGit({ directory, args, input: `${ids.join("\n")}\n`, timeout: TIMEOUT_MS });
}
