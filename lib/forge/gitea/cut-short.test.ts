import { afterEach, describe, expect, test } from "vitest";
import { type Told, toldForge } from "./testing/told-forge.ts";

const PAGE = 2;
const WANTED = { number: 1, mergeSha: null, headSha: null, baseRef: "main" };
const open: AsyncDisposable[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each[Symbol.asyncDispose]();
});

async function forgeOf(answer: (url: URL) => Told) {
  const told = await toldForge(PAGE, answer);
  open.push(told);
  return told.forge;
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
    const answers = await Array.fromAsync(forge.changedFiles("a/b", [WANTED]));
    expect(answers).toMatchObject([
      { number: 1, files: { known: true, value: { length: count } } },
    ]);
    expect(forge.requests()).toBe(pages + 2);
  });

  test("with X-HasMore ends where it says, though the page is full", async () => {
    const forge = await listOf(4, (page) => ({ "x-hasmore": String(page < 2) }));
    const answers = await Array.fromAsync(forge.changedFiles("a/b", [WANTED]));
    expect(answers).toMatchObject([{ files: { known: true, value: { length: 4 } } }]);
    expect(forge.requests()).toBe(4);
  });
});

describe("a counted list of changed files", () => {
  const read = async (says: (page: number) => number) => {
    const forge = await forgeOf(({ searchParams }) => {
      const page = Number(searchParams.get("page"));
      const names = page === 1 ? ["a.ts", "b.ts"] : ["c.ts"];
      const body = names.map((filename) => ({
        filename,
        status: "added",
        additions: 1,
        deletions: 0,
      }));
      const headers = { "x-hasmore": String(page < 2), "x-total-count": String(says(page)) };
      return { body, headers };
    });
    return Array.fromAsync(forge.changedFiles("a/b", [WANTED]));
  };

  test("is whole where it has as many as are counted", async () => {
    expect(await read(() => 3)).toMatchObject([{ files: { known: true, value: { length: 3 } } }]);
  });

  test.each([
    ["holds fewer than are counted", () => 4, /3 of the 4 files/],
    ["is counted anew between two pages", (page: number) => page + 1, /changed while/],
  ])("that %s is a failure, not a shorter list", async (_what, says, message) => {
    expect(await read(says)).toMatchObject([
      { number: 1, failure: { message: expect.stringMatching(message) } },
    ]);
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
