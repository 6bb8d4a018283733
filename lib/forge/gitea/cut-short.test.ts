import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { giteaForge } from "./gitea-forge.ts";

const PAGE = 2;
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

type Answer = { body: unknown; headers?: Record<string, string> } | null;

/** A forge that answers as told, two rows a page; null is a 404. */
async function forgeOf(answer: (url: URL) => Answer) {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://forge.example");
    const settings: Answer = { body: { max_response_items: PAGE } };
    const given = url.pathname.endsWith("/settings/api") ? settings : answer(url);
    response.writeHead(given === null ? 404 : 200, given?.headers ?? {});
    response.end(JSON.stringify(given?.body ?? {}));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  });
  const { port } = server.address() as AddressInfo;
  return giteaForge({ url: `http://127.0.0.1:${port}`, token: null, waitFirstMs: 0 });
}

describe("a list of changed files", () => {
  const listOf = (count: number, says: (page: number) => Record<string, string>) =>
    forgeOf(({ searchParams }) => {
      const page = Number(searchParams.get("page"));
      const all = Array.from({ length: count }, (_, index) => `${index}.ts`);
      const body = all
        .slice((page - 1) * PAGE, page * PAGE)
        .map((filename) => ({ filename, status: "added", additions: 1, deletions: 0 }));
      return { body, headers: says(page) };
    });

  test.each([
    ["no page", 0, 1],
    ["a page that is not full", 1, 1],
    ["a full page", 2, 2],
    ["a second page that is not full", 3, 2],
    ["two full pages", 4, 3],
  ])("without X-HasMore is read on until a page is not full: %s", async (_what, count, pages) => {
    const forge = await listOf(count, () => ({}));
    const files = await forge.changedFiles("a/b", { number: 1 });
    expect(files).toMatchObject({ known: true, value: { length: count } });
    expect(forge.requests()).toBe(pages + 1);
  });

  test("with X-HasMore ends where it says, though the page is full", async () => {
    const forge = await listOf(4, (page) => ({ "x-hasmore": String(page < 2) }));
    const files = await forge.changedFiles("a/b", { number: 1 });
    expect(files).toMatchObject({ known: true, value: { length: 4 } });
    expect(forge.requests()).toBe(3);
  });
});

describe("a workflow file", () => {
  const path = ".gitea/workflows/ci.yml";
  const withContent = (content: string | null) =>
    forgeOf(({ pathname }) => {
      if (pathname.endsWith("/.gitea/workflows")) return { body: [{ path, type: "file" }] };
      return pathname.endsWith("/ci.yml") ? { body: { content, encoding: "base64" } } : null;
    });

  test("whose text the forge leaves out makes the answer unknown, naming it", async () => {
    const files = await (await withContent(null)).workflowFiles("a/b", "main");
    expect(files).toMatchObject({
      known: false,
      why: expect.stringMatching(/no text for \.gitea\/workflows\/ci\.yml.*size limit/),
    });
  });

  test("that is empty is an empty one", async () => {
    const files = await (await withContent("")).workflowFiles("a/b", "main");
    expect(files).toEqual({ known: true, value: [{ path, text: "" }] });
  });
});
