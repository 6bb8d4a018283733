/** Why a fetch failed, for a person, by what git said. */
export function sayFailure(said: string): string {
  if (/could not read (Username|Password)|Authentication failed|error: 401\b/.test(said)) {
    return "git over HTTP was refused (401)";
  }
  const status = /returned error: (\d{3})/.exec(said)?.[1];
  if (status === "404" || /repository '[^']*' not found|not valid: is this/.test(said)) {
    return "there is no git over HTTP (404)";
  }
  if (status?.startsWith("3")) return `git over HTTP leads elsewhere (${status})`;
  if (status?.startsWith("4")) return `git over HTTP was refused (${status})`;
  if (status !== undefined) return `git over HTTP failed (${status})`;
  return `git over HTTP failed (${said.replace(/^git \w+ failed in .*?: /, "").replace(/\.$/, "")})`;
}
