import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A proxy in front of a forge that leaves the last row out of the lists at some paths, says nothing of it, and has nothing at others. */
export async function cutPages(forge: string, paths: RegExp, absent = /^$/) {
  const server = createServer((request, response) => {
    void (async () => {
      const answer = await fetch(`${forge}${request.url}`);
      const text = await answer.text();
      const { pathname } = new URL(request.url ?? "/", forge);
      for (const name of ["date", "x-total-count", "x-hasmore", "content-type"]) {
        const value = answer.headers.get(name);
        if (value !== null) response.setHeader(name, value);
      }
      response.statusCode = absent.test(pathname) ? 404 : answer.status;
      response.end(paths.test(pathname) ? withoutLast(text) : text);
    })();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose](): Promise<void> {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

const withoutLast = (text: string): string =>
  JSON.stringify((JSON.parse(text) as unknown[]).slice(0, -1));
