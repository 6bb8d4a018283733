import { describe, expect, test } from "vitest";
import { change } from "#/lib/fake/change.ts";
import { CORE, servedCore } from "./testing/served-core.ts";
import { toldForge } from "./testing/told-forge.ts";

describe("the files of a branch", () => {
  test.each([1000, 50, 7])(
    "are read whole in pages of %i, folders left out",
    async (treePageMax) => {
      await using place = await servedCore({ treePageMax });
      const held = [...(place.core.branches[0]?.files.keys() ?? [])];
      const tree = await place.forge.tree(CORE, "main");
      if (!tree.known) throw new Error(tree.why);
      expect(tree.value.paths.toSorted()).toEqual(held.toSorted());
      expect(held.length).toBeGreaterThan(50);
    },
  );

  test("are asked for by one commit, though the branch moves while they are read", async () => {
    await using place = await servedCore({ treePageMax: 50 });
    const { store, core: repository, served } = place;
    const edit = () => change.editFile({ store, repository }, { path: "new.md", text: "new\n" });
    // The first request is for the tip, the second for the first page.
    served.onRequest(3, edit);
    const tree = await place.forge.tree(CORE, "main");
    const asked = served.requests.entries.flatMap(({ path }) => path.split("/trees/")[1] ?? []);
    expect(asked.length).toBeGreaterThan(2);
    expect(new Set(asked)).toEqual(new Set([tree.known ? tree.value.sha : ""]));
    expect(await place.forge.tree(CORE, "main")).toMatchObject({
      value: {
        sha: repository.directCommits.at(-1)?.sha,
        paths: expect.arrayContaining(["new.md"]),
      },
    });
  });

  test("S58 follow a workflow that is renamed or deleted", async () => {
    await using place = await servedCore();
    const { store, core } = place;
    const from = ".gitea/workflows/e2e-api.yml";
    const to = ".gitea/workflows/e2e-api-v2.yml";
    change.renameFile({ store, repository: core }, { from, to });
    change.deleteFile({ store, repository: core }, ".gitea/workflows/e2e-chat.yml");
    const tree = await place.forge.tree(CORE, "main");
    const workflows = (tree.known ? tree.value.paths : []).filter((path) => path.includes("/e2e-"));
    expect(workflows).toContain(to);
    expect(workflows).not.toContain(from);
    expect(workflows).not.toContain(".gitea/workflows/e2e-chat.yml");
  });

  test("are unknown for a branch that is not there or not to be seen", async () => {
    await using place = await servedCore();
    expect(await place.forge.tree(CORE, "none")).toMatchObject({ known: false });
    await using closed = await servedCore({
      faults: ({ path }) => (path.includes("/trees/") ? { kind: "status", status: 403 } : null),
    });
    expect(await closed.forge.tree(CORE, "main")).toMatchObject({
      known: false,
      why: expect.stringMatching(/may not read the code/),
    });
  });
});

const file = (path: string, type = "blob") => ({ path, type });
const told = (pages: readonly (readonly object[] | null | 400)[], total: number) =>
  toldForge(20, ({ pathname, searchParams }) => {
    if (pathname.includes("/branches/"))
      return { body: { commit: { id: "abc" }, protected: false } };
    const tree = pages[Number(searchParams.get("page")) - 1] ?? null;
    return tree === 400 ? 400 : { body: { tree, total_count: total, truncated: true } };
  });

describe("what a forge may answer", () => {
  test("an older one calls the last page truncated too, and the list is whole all the same", async () => {
    await using forge = await told([[file("a")], [file("b")]], 2);
    expect(await forge.forge.tree("a/b", "main")).toEqual({
      known: true,
      value: { sha: "abc", paths: ["a", "b"] },
    });
    expect(forge.asked).toHaveLength(3);
  });

  test.each([
    ["an empty page", [[file("a")], []]],
    ["no page", [[file("a")], null]],
  ])("%s before the end makes the list unknown and not shorter", async (_what, pages) => {
    await using forge = await told(pages, 3);
    expect(await forge.forge.tree("a/b", "main")).toEqual({
      known: false,
      why: "The forge gave 1 of the 3 entries of its tree, so the list of files is not whole.",
    });
  });

  test("a commit that is gone meanwhile is a bad request there, and unknown", async () => {
    await using forge = await told([400], 0);
    expect(await forge.forge.tree("a/b", "main")).toMatchObject({
      known: false,
      why: expect.stringMatching(/does not have the files of abc any more \(400\)/),
    });
  });

  test("a repository inside the repository and a folder are no files, a link is one", async () => {
    const entries = [file("x", "tree"), file("x/inside", "commit"), file("x/link")];
    await using forge = await told([entries], 3);
    expect(await forge.forge.tree("a/b", "main")).toMatchObject({ value: { paths: ["x/link"] } });
  });

  test("an empty tree has no files", async () => {
    await using forge = await told([null], 0);
    expect(await forge.forge.tree("a/b", "main")).toMatchObject({ value: { paths: [] } });
  });
});
