import { spawn } from "node:child_process";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createGunzip } from "node:zlib";

/** What a test may turn while it runs. */
export type Faults = {
  /** The status of every answer; null serves. */
  status: number | null;
  /** Refused without this password. */
  token: string | null;
  filter: boolean;
  /** Ends the connection behind so many bytes of packs. */
  cutAfter: number | null;
  /** Says nothing more behind so many bytes of packs, and keeps the connection. */
  stallAfter: number | null;
};

/** Serves a repository as forges do: git over HTTP on this machine, counting requests. */
export async function gitServer(directory: string) {
  const faults: Faults = {
    status: null,
    token: null,
    filter: true,
    cutAfter: null,
    stallAfter: null,
  };
  const asked: string[] = [];
  const stalling = Promise.withResolvers<void>();
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const refusal = refusalOf(request, faults);
    if (refusal !== null) {
      const basic = refusal === 401 ? { "www-authenticate": 'Basic realm="git"' } : {};
      response.writeHead(refusal, { ...basic, location: "/elsewhere" }).end();
    } else serve(directory, request, response, { ...faults, stalled: stalling.resolve });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    faults,
    asked,
    /** Comes when an answer stalls for the first time. */
    stalled: stalling.promise,
    /** How often packs were asked for. */
    fetches: () => asked.filter((line) => line.startsWith("POST")).length,
    url: `http://127.0.0.1:${port}/owner/name.git`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type GitServer = Awaited<ReturnType<typeof gitServer>>;

function refusalOf({ headers }: IncomingMessage, { status, token }: Faults): number | null {
  if (status !== null) return status;
  const [, basic = ""] = (headers.authorization ?? "").split(" ");
  const [, password] = Buffer.from(basic, "base64").toString("utf8").split(":");
  return token === null || password === token ? null : 401;
}

function serve(
  directory: string,
  request: IncomingMessage,
  response: ServerResponse,
  { filter, cutAfter, stallAfter, stalled }: Faults & { readonly stalled: () => void },
): void {
  const isAdvertisement = request.method === "GET";
  const settings = ["-c", `uploadpack.allowFilter=${filter}`, "-c", "safe.directory=*"];
  const mode = isAdvertisement ? ["--advertise-refs"] : [];
  const child = spawn("git", [...settings, "upload-pack", "--stateless-rpc", ...mode, directory], {
    env: { PATH: process.env["PATH"], GIT_PROTOCOL: request.headers["git-protocol"] } as never,
  });
  const type = isAdvertisement ? "advertisement" : "result";
  response.writeHead(200, { "content-type": `application/x-git-upload-pack-${type}` });
  if (isAdvertisement) response.write("001e# service=git-upload-pack\n0000");
  child.stdin.on("error", () => {});
  const isZipped = request.headers["content-encoding"] === "gzip";
  (isZipped ? request.pipe(createGunzip()) : request).pipe(child.stdin);
  let sent = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    const max = isAdvertisement ? null : (cutAfter ?? stallAfter);
    const part = max === null ? chunk : chunk.subarray(0, Math.max(0, max - sent));
    sent += part.length;
    response.write(part);
    if (max !== null && sent >= max && cutAfter !== null) response.destroy();
    else if (max !== null && sent >= max) stalled();
  });
  child.stdout.on("end", () => {
    if (stallAfter === null || sent < stallAfter) response.end();
  });
}
