import { afterEach, describe, expect, test } from "vitest";
import { type Told, toldForge } from "./testing/told-forge.ts";

const PAGE = 2;
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
