import { isIP } from "node:net";
import { readEnv } from "#/lib/env.ts";
import { ForgeError } from "../forge-error.ts";
import { runGit } from "../git/git.ts";
import { checkAddress } from "../http/check-address.ts";
import type { Fetching } from "./fetch-from-forge.ts";
import type { MirrorOptions } from "./mirror-options.ts";
import { networkEnvironment } from "./network-environment.ts";
import { trustedCertificates } from "./trusted-certificates.ts";

/** How git is to talk to the forge of a repository; throws ForgeError where it may not: an address that is not allowed, or a git that would not keep to it. */
export async function settingsOf(
  options: MirrorOptions,
  repository: string,
): Promise<Pick<Fetching, "url" | "environment">> {
  const { directory, token, cloneUrl, network = readEnv() } = options;
  const url = cloneUrl(repository);
  requirePlain(url);
  await requireGit(directory);
  const addresses = await checkAddress(url, network.privateAddresses);
  const { GATELINE_CA_FILE: caFile } = network;
  const environment = networkEnvironment({
    url,
    token,
    // A host that is an address stands for nothing else.
    addresses: isIP(hostOf(url)) === 0 ? addresses.map(({ address }) => address) : [],
    caFile: caFile === undefined ? null : await trustedCertificates(directory, caFile),
    home: directory,
  });
  return { url, environment };
}

const hostOf = (url: string): string => new URL(url).hostname.replace(/^\[|\]$/g, "");

function requirePlain(url: string): void {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  const isHttp = parsed?.protocol === "https:" || parsed?.protocol === "http:";
  if (!parsed || !isHttp || parsed.username !== "" || parsed.password !== "") {
    throw new ForgeError(
      "invalid",
      "The address for git is not http or https, or holds a name or a password. Write it without, and give a token instead.",
    );
  }
}

/** Older ones do not read settings from the environment, or connect to what a name stands for a moment later. */
async function requireGit(directory: string): Promise<void> {
  const said = await runGit({ directory, args: ["--version"] });
  const [, major = 0, minor = 0] = /(\d+)\.(\d+)/.exec(said)?.map(Number) ?? [];
  if (major > 2 || (major === 2 && minor >= 37)) return;
  throw new ForgeError("failed", `Git 2.37 or newer is needed; this is ${said.trim()}.`);
}
