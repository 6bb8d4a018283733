import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { afterEach, describe, expect, test } from "vitest";
import { known } from "#/lib/facts/known.ts";
import type { PatchAnswer, WantedPatches } from "../forge.ts";
import { giteaForge } from "./gitea-forge.ts";

const MIB = 1024 * 1024;
const HUNKS = "@@ -0,0 +1 @@\n+1\n";
const fileOf = (path: string, hunks = HUNKS) =>
  `diff --git a/${path} b/${path}\nnew file mode 100644\nindex 0000000..1234567\n--- /dev/null\n+++ b/${path}\n${hunks}`;

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A forge that answers the difference of a pull request as told. */
async function forgeOf(answer: (number: number, response: ServerResponse) => unknown) {
  const server = createServer((request, response) => {
    const number = Number(/\/pulls\/(\d+)\.diff$/.exec(request.url ?? "")?.[1]);
    void answer(number, response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  });
  const { port } = server.address() as AddressInfo;
  const forge = giteaForge({ url: `http://127.0.0.1:${port}`, token: null, waitFirstMs: 0 });
  const ask = (...wanted: readonly WantedPatches[]) =>
    Array.fromAsync(forge.patches("a/b", wanted));
  return { forge, ask };
}

const want = (number: number, ...paths: readonly string[]) => ({ number, sha: null, paths });
const read = (answer: PatchAnswer | undefined) =>
  answer && "patches" in answer ? Object.fromEntries(answer.patches) : answer;

describe("what a forge gives", () => {
  test("is one answer a pull request, of the paths that were asked for and no others", async () => {
    const { forge, ask } = await forgeOf((number, response) =>
      response.end(fileOf(`${number}.go`) + fileOf("other.go")),
    );
    const answers = await ask(want(1, "1.go"), want(2, "2.go", "absent.go"));
    expect(answers.map(({ number }) => number)).toEqual([1, 2]);
    expect(read(answers[0])).toEqual({ "1.go": known(HUNKS) });
    expect(read(answers[1])).toEqual({
      "2.go": known(HUNKS),
      "absent.go": { known: false, why: expect.stringMatching(/does not hold the file/) },
    });
    expect(forge.requests()).toBe(2);
  });

  test("is asked a few at once, and no more once nobody takes it", async () => {
    let [now, most] = [0, 0];
    const { forge } = await forgeOf(async (number, response) => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setImmediate(resolve));
      now -= 1;
      response.end(fileOf(`${number}.go`));
    });
    const wanted = Array.from({ length: 40 }, (_, index) => want(index, `${index}.go`));
    const seen: number[] = [];
    for await (const { number } of forge.patches("a/b", wanted)) {
      seen.push(number);
      if (seen.length === 10) break;
    }
    expect(seen).toEqual(wanted.slice(0, 10).map(({ number }) => number));
    expect(most).toBeLessThanOrEqual(8);
    expect(forge.requests()).toBeLessThan(20);
  });

  test("may be gone, which is known for good, while the others are read", async () => {
    const { ask } = await forgeOf((number, response) => {
      if (number === 2) response.writeHead(404).end("{}");
      else response.end(fileOf("a.go"));
    });
    const [first, gone] = await ask(want(1, "a.go"), want(2, "a.go"));
    expect(read(first)).toEqual({ "a.go": known(HUNKS) });
    expect(read(gone)).toEqual({
      "a.go": { known: false, why: expect.stringMatching(/does not have the difference.*404/) },
    });
  });

  test.each([
    ["500", (response: ServerResponse) => response.writeHead(500).end()],
    ["403", (response: ServerResponse) => response.writeHead(403).end("{}")],
    ["a page", (response: ServerResponse) => response.end("<html>sign in</html>\n")],
    ["half a difference", (response: ServerResponse) => response.end(fileOf("a.go").slice(0, -2))],
    ["a connection that is hung up", (response: ServerResponse) => response.destroy()],
  ])("may fail on one, which says nothing of its patches: %s", async (_what, fail) => {
    const { ask } = await forgeOf((number, response) =>
      number === 2 ? fail(response) : response.end(fileOf("a.go")),
    );
    const [first, failed, last] = await ask(...[1, 2, 3].map((number) => want(number, "a.go")));
    expect([read(first), read(last)]).toEqual([{ "a.go": known(HUNKS) }, { "a.go": known(HUNKS) }]);
    expect(failed).toMatchObject({ number: 2, failure: expect.any(Error) });
  });

  test("is tried again where it broke off", async () => {
    let asked = 0;
    const { ask } = await forgeOf((_number, response) =>
      response.end(fileOf("a.go").slice(0, ++asked === 1 ? 90 : undefined)),
    );
    expect(read((await ask(want(1, "a.go")))[0])).toEqual({ "a.go": known(HUNKS) });
    expect(asked).toBe(2);
  });

  test("is no answer where the token is refused, also to one whose turn is not yet", async () => {
    const refused = Promise.withResolvers<undefined>();
    const { ask } = await forgeOf(async (number, response) => {
      if (number === 1) await refused.promise;
      response.writeHead(401).end("{}");
      if (number === 2) setImmediate(() => setImmediate(() => refused.resolve(undefined)));
    });
    await expect(ask(want(1, "a.go"), want(2, "a.go"))).rejects.toMatchObject({ status: 401 });
  });
});

describe("a difference that is large", () => {
  test("is read for 8 MiB: what stands there whole is known, the rest is unknown with the reason", async () => {
    let ended: Promise<unknown> = Promise.resolve();
    // It never ends by itself: only whoever reads it can end it.
    function* endless() {
      yield fileOf("first.go") + fileOf("big.go", "@@ -0,0 +1,50 @@\n");
      for (;;) yield `+${"x".repeat(MIB - 2)}\n`;
    }
    const { ask } = await forgeOf((_number, response) => {
      ended = once(response, "close");
      Readable.from(endless()).pipe(response);
    });
    const [answer] = await ask(want(1, "first.go", "big.go", "behind.go"));
    const unread = {
      known: false,
      why: "The difference of this pull request is larger than 8 MiB.",
    };
    expect(read(answer)).toEqual({
      "first.go": known(HUNKS),
      "big.go": unread,
      "behind.go": unread,
    });
    await ended;
  });

  test("is known where it has less, but for a file of more than 1 MiB", async () => {
    const long = `@@ -0,0 +1 @@\n+${"x".repeat(MIB)}\n`;
    const { ask } = await forgeOf((_number, response) =>
      response.end(fileOf("long.go", long) + fileOf("a.go")),
    );
    expect(read((await ask(want(1, "long.go", "a.go")))[0])).toEqual({
      "long.go": { known: false, why: expect.stringMatching(/this file is larger than 1 MiB/) },
      "a.go": known(HUNKS),
    });
  });

  test("with 8 MiB of nothing but one name is unknown", async () => {
    const { ask } = await forgeOf((_number, response) =>
      response.end(`diff --git a/${"x".repeat(9 * MIB)}`),
    );
    expect(read((await ask(want(1, "a.go")))[0])).toMatchObject({ "a.go": { known: false } });
  });
});
