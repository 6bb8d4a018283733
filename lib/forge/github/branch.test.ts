import { describe, expect, test } from "vitest";
import type { FakeProtection } from "#/lib/fake/store.ts";
import type { LineRequest } from "../forge.ts";
import { all, CORE, servedForge } from "./testing/served-forge.ts";

type Site = Awaited<ReturnType<typeof servedForge>>;
const mainOf = ({ core }: Site) => {
  const main = core.branches.find(({ name }) => name === "main");
  if (!main) throw new Error("The sample has no branch main.");
  return main;
};
const RULE: FakeProtection = {
  rule: "main",
  checksRequired: true,
  contexts: ["ci / unit"],
  approvals: 2,
  blocksAdmins: true,
  bypassers: null,
};
const DEMANDED = { checksRequired: true, contexts: ["ci / unit"], approvals: 2 };

describe("protection", () => {
  test.each<[string, Partial<FakeProtection>, object]>([
    ["of the branch itself", {}, { ...DEMANDED, bypass: false }],
    ["that administrators pass", { blocksAdmins: false }, { bypass: true }],
    ["that some may pass", { bypassers: ["kimi"] }, { bypass: true }],
    ["by a ruleset", { byRuleset: true }, { ...DEMANDED, bypass: false }],
    ["by a ruleset that some may pass", { byRuleset: true, bypassers: ["kimi"] }, { bypass: true }],
    ["without checks", { checksRequired: false }, { checksRequired: false, contexts: [] }],
  ])("%s is read whole by an administrator", async (_what, changed, expected) => {
    await using site = await servedForge();
    mainOf(site).protection = { ...RULE, ...changed };
    const told = await site.forge.protection(CORE, "main");
    expect(told).toMatchObject({ known: true, value: expected });
  });

  test("is null where nothing protects the branch", async () => {
    await using site = await servedForge({ skin: { refused: ["administration"] } });
    mainOf(site).protection = null;
    expect(await site.forge.protection(CORE, "main")).toEqual({ known: true, value: null });
  });

  test.each(["fine-grained", "classic"] as const)(
    "is unknown to a %s token that may not read it, and not none",
    async (token) => {
      await using site = await servedForge({ skin: { token, refused: ["administration"] } });
      mainOf(site).protection = { ...RULE };
      const told = await site.forge.protection(CORE, "main");
      expect(told).toMatchObject({ known: false, why: expect.stringMatching(/administration/) });
    },
  );

  test("by a ruleset is read by everybody, but for who may pass it", async () => {
    await using site = await servedForge({ skin: { refused: ["administration"] } });
    site.store.admins = [];
    mainOf(site).protection = { ...RULE, byRuleset: true };
    const told = await site.forge.protection(CORE, "main");
    expect(told).toEqual({ known: true, value: { ...DEMANDED, bypass: null } });
  });

  test("of a branch that is not there is unknown", async () => {
    await using site = await servedForge();
    const told = await site.forge.protection(CORE, "nowhere");
    expect(told).toMatchObject({ known: false, why: expect.stringMatching(/no branch nowhere/) });
  });
});

test.each(["../../user", "a/../b", ".", ""])(
  "%j is no branch, and asked for nowhere",
  async (name) => {
    await using site = await servedForge();
    expect(await site.forge.tree(CORE, name)).toMatchObject({ known: false });
    expect(site.forge.requests()).toBe(0);
  },
);

describe("the files of a branch", () => {
  test("are its tree, at the commit that is its tip", async () => {
    await using site = await servedForge();
    const told = await site.forge.tree(CORE, "main");
    const due = [...mainOf(site).files.keys()].toSorted();
    const value = told.known ? told.value : { paths: [], sha: "" };
    expect(value.paths.toSorted()).toEqual(due);
    expect(value.sha).toMatch(/^[0-9a-f]{40}$/);
  });

  test("are unknown where the forge cuts the tree", async () => {
    await using site = await servedForge({ skin: { treeMax: 10 } });
    const told = await site.forge.tree(CORE, "main");
    expect(told).toMatchObject({ known: false, why: expect.stringMatching(/not whole/) });
  });

  test("that are workflows come with their texts and one question", async () => {
    await using site = await servedForge();
    const { files } = mainOf(site);
    files.set(".github/workflows/ci.yml", "name: ci\n");
    files.set(".github/workflows/notes.md", "no workflow\n");
    const told = await site.forge.workflowFiles(CORE, "main");
    const due = [...files].filter(([path]) => /^\.\w+\/workflows\/[^/]+\.ya?ml$/.test(path));
    expect(told).toEqual({
      known: true,
      value: due
        .map(([path, text]) => ({ path, text }))
        .toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    });
    expect(site.forge.requests()).toBe(1);
  });

  test.each([
    ["an empty list where there are none", "main", true],
    ["unknown where the branch is not there", "nowhere", false],
  ])("that are workflows are %s", async (_what, branch, isKnown) => {
    await using site = await servedForge();
    mainOf(site).files = new Map([["README.md", "a"]]);
    const told = await site.forge.workflowFiles(CORE, branch);
    expect(told).toMatchObject(isKnown ? { known: true, value: [] } : { known: false });
  });

  test("give their texts, each with an answer of its own", async () => {
    await using site = await servedForge();
    const texts: Record<string, string> = {
      "a.txt": "plain\n",
      "empty.txt": "",
      "long.txt": "x".repeat(700_000),
      "huge.txt": "x".repeat(1_100_000),
      "binary.dat": "a\0b",
      "odd name #1?.txt": "odd\n",
    };
    for (const [path, text] of Object.entries(texts)) mainOf(site).files.set(path, text);
    const tree = await site.forge.tree(CORE, "main");
    const sha = tree.known ? tree.value.sha : "";
    const told = await site.forge.texts(CORE, sha, [...Object.keys(texts), "missing.txt"]);
    const known = (path: string) => ({ known: true, value: texts[path] });
    const why = (text: RegExp) => ({ known: false, why: expect.stringMatching(text) as string });
    expect(Object.fromEntries(told)).toEqual({
      "a.txt": known("a.txt"),
      "empty.txt": known("empty.txt"),
      "long.txt": known("long.txt"),
      "odd name #1?.txt": known("odd name #1?.txt"),
      "huge.txt": why(/larger than 1 MiB/),
      "binary.dat": why(/binary/),
      "missing.txt": why(/no such file/),
    });
  });

  test("at a commit that is none are unknown", async () => {
    await using site = await servedForge();
    const told = await site.forge.texts(CORE, "main", ["README.md"]);
    expect(told.get("README.md")).toMatchObject({ known: false });
  });
});

describe("direct commits", () => {
  const request = ({ core }: Site, changed: Partial<LineRequest> = {}): LineRequest => {
    const merged = core.pulls.flatMap(({ mergeSha, number }) =>
      mergeSha ? [[mergeSha, number] as const] : [],
    );
    const numbers = new Set(merged.map(([, number]) => number));
    const known = { shas: new Map(merged), numbers };
    return { branch: "main", from: null, until: null, since: null, merged: known, ...changed };
  };
  const walk = (site: Site, changed: Partial<LineRequest> = {}) =>
    all(site.forge.directCommits(CORE, request(site, changed)));

  test("are those that no pull request brought, with the branch's tip", async () => {
    await using site = await servedForge();
    const pages = await walk(site);
    const told = pages.flatMap(({ rows }) => rows.map(({ sha }) => sha));
    const brought = new Set(site.core.pulls.map(({ mergeSha }) => mergeSha));
    expect(told.filter((sha) => brought.has(sha))).toEqual([]);
    for (const { sha } of site.core.directCommits) expect(told).toContain(sha);
    expect(pages.map(({ next }) => next === null)).toEqual(
      pages.map((_, n) => n === pages.length - 1),
    );
    const tree = await site.forge.tree(CORE, "main");
    expect(pages.map(({ tip }) => tip)).toEqual(pages.map(() => tree.known && tree.value.sha));
  });

  test("are told by the forge's own word for a pull request, where neither id nor message tells it", async () => {
    await using site = await servedForge();
    const { merged } = request(site);
    const told = (await walk(site)).flatMap(({ rows }) => rows);
    const again = await walk(site, { merged: { shas: new Map(), numbers: merged.numbers } });
    expect(again.flatMap(({ rows }) => rows)).toEqual(told);
    const none = await walk(site, { merged: { shas: new Map(), numbers: new Set() } });
    expect(none.flatMap(({ rows }) => rows).length).toBeGreaterThan(told.length);
  });

  test("end at the tip of an earlier walk", async () => {
    await using site = await servedForge();
    const [first] = await walk(site);
    const pages = await walk(site, { until: first?.tip ?? null });
    expect(pages).toMatchObject([{ rows: [], next: null, metEarlier: true }]);
  });

  test("go on where a walk was broken off", async () => {
    await using site = await servedForge();
    const [first, ...rest] = await walk(site);
    if (!first?.tip || !first.next) throw new Error("The sample's branch fits on one page.");
    const pages = await walk(site, { from: { tip: first.tip, next: first.next } });
    expect(pages).toEqual(rest);
  });

  test.each([
    ["a commit that is gone", { from: { tip: "e".repeat(40), next: "f".repeat(40) } }],
    ["a branch that is not there", { branch: "nowhere" }],
  ])("of %s are an error", async (_what, changed) => {
    await using site = await servedForge();
    await expect(walk(site, changed)).rejects.toMatchObject({ code: "not_found" });
  });
});
