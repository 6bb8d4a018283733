import { describe, expect, test } from "vitest";
import { known } from "#/lib/facts/known.ts";
import { CORE, servedCore } from "./testing/served-core.ts";
import { type Told, toldForge } from "./testing/told-forge.ts";

const BATCH = "GET /repos/{owner}/{repo}/file-contents";
const MIB = 1024 * 1024;

/** The sample with the files that are given, and its tip. */
async function withFiles(files: Record<string, string>, faults = {}) {
  const place = await servedCore(faults);
  for (const [path, text] of Object.entries(files)) place.core.branches[0]?.files.set(path, text);
  const tree = await place.forge.tree(CORE, "main");
  if (!tree.known) throw new Error(tree.why);
  // What the version can do is known by then.
  await place.forge.probe();
  place.served.requests.reset();
  return {
    ...place,
    sha: tree.value.sha,
    held: place.core.branches[0]?.files ?? new Map<string, string>(),
  };
}

describe("the texts of many files", () => {
  test("come with few requests, each as it stands", async () => {
    await using place = await withFiles({});
    const paths: string[] = [...place.held.keys()];
    const texts = await place.forge.texts(CORE, place.sha, paths);
    expect([...texts.keys()].toSorted()).toEqual(paths.toSorted());
    for (const path of paths) expect(texts.get(path)).toEqual(known(place.held.get(path) ?? ""));
    expect(place.served.requests.byEndpoint()).toEqual({ [BATCH]: expect.any(Number) });
    expect(place.served.requests.total()).toBeLessThan(paths.length / 10);
  });

  test("come whole where the forge answers for fewer than it was asked", async () => {
    await using place = await withFiles({}, { pageMax: 4 });
    const paths = [...place.held.keys()].slice(0, 10);
    const texts = await place.forge.texts(CORE, place.sha, paths);
    expect(paths.map((path) => texts.get(path)?.known)).toEqual(paths.map(() => true));
    expect(place.served.requests.total()).toBe(3);
  });

  test("come whole where their names are too long for one address", async () => {
    const paths = Array.from({ length: 12 }, (_, index) => `${"ü".repeat(200)}/${index}.md`);
    await using place = await withFiles(Object.fromEntries(paths.map((path) => [path, path])));
    const texts = await place.forge.texts(CORE, place.sha, paths);
    expect(paths.map((path) => texts.get(path))).toEqual(paths.map(known));
    for (const { query } of place.served.requests.entries) expect(query.length).toBeLessThan(8000);
  });

  test("are asked for not at all where none is wanted", async () => {
    await using place = await withFiles({});
    expect(await place.forge.texts(CORE, place.sha, [])).toEqual(new Map());
    expect(place.served.requests.total()).toBe(0);
  });
});

test("a file that is missing, binary, large or empty has its own answer", async () => {
  await using place = await withFiles({
    "a b/#ü?.md": "%",
    "empty.txt": "",
    "image.png": "a\0b",
    "large.txt": "x".repeat(MIB + 1),
    "just.txt": "x".repeat(MIB),
  });
  const asked = ["a b/#ü?.md", "none.md", "empty.txt", "image.png", "large.txt", "just.txt"];
  expect(Object.fromEntries(await place.forge.texts(CORE, place.sha, asked))).toEqual({
    "a b/#ü?.md": known("%"),
    "none.md": { known: false, why: "The commit has no such file." },
    "empty.txt": known(""),
    "image.png": { known: false, why: "The file is binary." },
    "large.txt": { known: false, why: expect.stringMatching(/larger than 1 MiB/) },
    "just.txt": known("x".repeat(MIB)),
  });
});

test("files that are too many bytes for one answer are asked for in halves", async () => {
  const paths = Array.from({ length: 20 }, (_, index) => `large/${index}.txt`);
  const text = "x".repeat(MIB / 2);
  await using place = await withFiles(Object.fromEntries(paths.map((path) => [path, text])));
  const texts = await place.forge.texts(CORE, place.sha, paths);
  expect(paths.map((path) => texts.get(path)?.known)).toEqual(paths.map(() => true));
});

test("one file of any size is not read to its end", async () => {
  await using place = await withFiles({ "huge.txt": "x".repeat(9 * MIB) });
  const texts = await place.forge.texts(CORE, place.sha, ["huge.txt", "README.md"]);
  expect(texts.get("huge.txt")).toMatchObject({
    known: false,
    why: expect.stringMatching(/larger than 1 MiB/),
  });
  expect(texts.get("README.md")).toMatchObject({ known: true });
});

test("a commit that the forge does not have is told with two requests", async () => {
  await using place = await withFiles({});
  const texts = await place.forge.texts(CORE, "0".repeat(40), [...place.held.keys()]);
  expect([...texts.values()].every((text) => !text.known)).toBe(true);
  expect(texts.get("README.md")).toMatchObject({
    why: expect.stringMatching(/does not have the commit 000/),
  });
  expect(place.served.requests.total()).toBe(2);
});

test("what the token may not read is unknown with the reason", async () => {
  await using place = await withFiles(
    {},
    {
      faults: ({ endpoint }: { endpoint: string }) =>
        endpoint === BATCH ? { kind: "status", status: 403 } : null,
    },
  );
  const texts = await place.forge.texts(CORE, place.sha, ["README.md"]);
  expect(texts.get("README.md")).toMatchObject({
    known: false,
    why: expect.stringMatching(/may not read the code/),
  });
});

describe("a forge that has no batches", () => {
  const older = (raw: (path: string) => Told) =>
    toldForge(20, ({ pathname }) => {
      if (pathname.includes("/git/trees/")) return { body: { tree: [], total_count: 0 } };
      const [, path] = pathname.split("/raw/");
      return path === undefined ? null : raw(decodeURIComponent(path));
    });

  test("is asked for each file, and for a batch only once", async () => {
    await using told = await older((path) => (path === "none" ? null : { body: `of ${path}` }));
    const first = await told.forge.texts("a/b", "abc", ["x/y z", "none"]);
    expect(first.get("x/y z")).toEqual(known("of x/y z"));
    expect(first.get("none")).toEqual({ known: false, why: "The commit has no such file." });
    await told.forge.texts("a/b", "abc", ["other"]);
    expect(told.asked.filter((path) => path.includes("/file-contents"))).toHaveLength(1);
    expect(told.asked.at(-1)).toBe("/repos/a/b/raw/other?ref=abc");
  });

  test("gives no file of more than 1 MiB and no binary one", async () => {
    await using told = await older((path) => ({
      body: path === "large" ? "x".repeat(3 * MIB) : "a\0b",
    }));
    expect(Object.fromEntries(await told.forge.texts("a/b", "abc", ["large", "binary"]))).toEqual({
      large: { known: false, why: expect.stringMatching(/larger than 1 MiB/) },
      binary: { known: false, why: "The file is binary." },
    });
  });

  test("may fail, which is an error and says nothing of the files", async () => {
    await using told = await older(() => 500);
    await expect(told.forge.texts("a/b", "abc", ["x"])).rejects.toMatchObject({ status: 500 });
  });
});

describe("a batch", () => {
  const row = { path: "x", type: "file", content: Buffer.from("text").toString("base64") };
  const given = (...rows: unknown[]) => toldForge(20, () => ({ body: rows }));

  test.each([
    ["a file over the forge's own limit", [{ ...row, content: null }], /over its size limit/],
    ["a link", [{ ...row, type: "symlink", content: null }], /no file/],
    ["a folder", [{ ...row, type: "dir", content: null }], /no file/],
    ["another file", [{ ...row, path: "y" }], /another file in its place/],
    ["nothing at all", [], /over its size limit/],
  ])("with %s leaves the text unknown", async (_what, rows, why) => {
    await using told = await given(...rows);
    expect((await told.forge.texts("a/b", "abc", ["x"])).get("x")).toMatchObject({
      known: false,
      why: expect.stringMatching(why),
    });
  });

  test("that holds more than was asked for is read as far as that", async () => {
    await using told = await given(row, { ...row, path: "y" });
    expect(await told.forge.texts("a/b", "abc", ["x"])).toEqual(new Map([["x", known("text")]]));
  });
});
