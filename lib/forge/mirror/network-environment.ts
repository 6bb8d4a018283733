export type NetworkSettings = {
  /** Of the repository, without a name or a password. */
  readonly url: string;
  readonly token: string | null;
  /** The addresses that the host stands for and that may be asked; empty where the URL has one itself. */
  readonly addresses: readonly string[];
  /** Certificates of all who are trusted, as a file; null for those that git trusts by itself. */
  readonly caFile: string | null;
  /** Stands in for the home directory, in which there could be passwords. */
  readonly home: string;
};

/** What the remote is called in a mirror; its settings are given to each process and never written down. */
export const REMOTE = "origin";

/**
 * The environment in which git talks to a forge. All of its settings come from here and none from a
 * file: the token, which must reach neither a command line nor a disk, and that nothing is asked of a
 * person, no program is started and nobody else is asked. Source: git-config(1), GIT_CONFIG_COUNT.
 */
export function networkEnvironment(settings: NetworkSettings): Readonly<Record<string, string>> {
  const { url, token, addresses, caFile, home } = settings;
  const { protocol, hostname, port, origin } = new URL(url);
  const scheme = protocol.slice(0, -1);
  const at = `${hostname}:${port || (scheme === "https" ? 443 : 80)}`;
  const config: [string, string][] = [
    [`remote.${REMOTE}.url`, url],
    [`remote.${REMOTE}.promisor`, "true"],
    [`remote.${REMOTE}.partialclonefilter`, "blob:none"],
    ["credential.helper", ""],
    ["core.askPass", ""],
    ["core.hooksPath", "/dev/null"],
    ["http.sslVerify", "true"],
    // A proxy would look the name up by itself, and be asked whatever was checked here.
    ["http.proxy", ""],
    ["http.followRedirects", "false"],
    // A server that packs sends a few bytes now and then to say that it lives.
    ["http.lowSpeedLimit", "1"],
    ["http.lowSpeedTime", "120"],
    ["gc.auto", "0"],
    ["maintenance.auto", "false"],
    ["protocol.allow", "never"],
    [`protocol.${scheme}.allow`, scheme === "https" || scheme === "http" ? "always" : "never"],
  ];
  if (token !== null) config.push([`http.${origin}/.extraHeader`, authorization(token)]);
  if (addresses.length > 0) {
    config.push(["http.curloptResolve", `${at}:${addresses.map(bracketed).join(",")}`]);
  }
  return {
    ...Object.fromEntries(
      config.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value],
      ]),
    ),
    GIT_CONFIG_COUNT: String(config.length),
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_NOSYSTEM: "1",
    HOME: home,
    XDG_CONFIG_HOME: home,
    SSH_ASKPASS: "",
    ...(caFile === null ? {} : { GIT_SSL_CAINFO: caFile }),
  };
}

// Where the password is a token, forges do not look at the name.
const authorization = (token: string): string =>
  `Authorization: Basic ${Buffer.from(`x-access-token:${token}`).toString("base64")}`;

const bracketed = (address: string): string => (address.includes(":") ? `[${address}]` : address);
