const LOCAL = new Set(["localhost", "127.0.0.1", "[::1]"]);
const READS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Why a request is refused, or null. Until people sign in only this machine is trusted: a foreign Host is
 * a name that was pointed at it (DNS rebinding), a foreign Origin another site's page that wants to write.
 */
export function checkOrigin(request: {
  method: string;
  path: string;
  host: string | null;
  origin: string | null;
  site: string | null;
}): string | null {
  const { method, path, host, origin, site } = request;
  // A forge calls by the name that it knows, and what it sends is believed by its signature alone.
  if (method === "POST" && path.startsWith("/api/webhooks/")) return null;
  if (host === null || !LOCAL.has(hostname(host))) {
    return "This server answers only to localhost. Open it by http://localhost and its port.";
  }
  if (origin !== null && origin !== `http://${host}`) {
    return "Another site may not use this server. Open its own pages instead.";
  }
  if (!READS.has(method) && site !== null && site !== "same-origin" && site !== "none") {
    return "Another site may not change anything here. Do it on this server's own pages.";
  }
  return null;
}

const hostname = (host: string): string => host.replace(/:\d+$/, "").toLowerCase();
