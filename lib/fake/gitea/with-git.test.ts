import { describe, expect, test } from "vitest";
import { change } from "../change.ts";
import { commitOn } from "../git/commit-on.ts";
import { mergeBase } from "../git/merge-base.ts";
import { mergePull } from "../git/merge-pull.ts";
import { gitOf } from "../git/place.ts";
import { readCommit } from "../git/read-commit.ts";
import { openPull, placeWithGit } from "../git/testing/place-with-git.ts";
import { tipOf } from "../git/tip-of.ts";
import { askingOf } from "./testing/skinned.ts";

type Commit = {
  sha: string;
  parents: { sha: string }[];
  commit: { message: string };
  files: { filename: string; status: string }[];
};
type Entry = { path: string; sha: string; type: string };

const CORE = "/repos/fleet/core";

/** A repository with git, in which one pull request of two commits is open. */
function forge() {
  const place = placeWithGit();
  const git = gitOf(place.repository);
  const begin = tipOf(git, "main") ?? "";
  const write = (path: string, content: string) => ({ kind: "write", path, content }) as const;
  place.store.clock.advance(60);
  const own = { number: 1, headRef: "kimi/one", author: "kimi" };
  commitOn(place, {
    branch: "kimi/one",
    author: "kimi",
    message: "feat: half",
    changes: [write("src/b.ts", "export const b = 1;\n")],
  });
  place.store.clock.advance(60);
  const changes = [{ kind: "rename", from: "src/a.ts", path: "src/c.ts" } as const];
  const pull = openPull(place, { ...own, message: "feat: whole", changes });
  return { place, git, begin, pull, write, ...askingOf(place.store) };
}

const shas = (commits: readonly Commit[]) => commits.map(({ sha }) => sha);

describe("a repository with git", () => {
  test("answers with git's own ids: the tip, the commits and the files at any of them", async () => {
    const { place, git, begin, write, read } = forge();
    place.store.clock.advance(60);
    const edit = [write("src/a.ts", "export const a = 2;\n")];
    const message = "fix: two\n";
    const tip = commitOn(place, { branch: "main", author: "kimi", message, changes: edit });
    expect(await read(`${CORE}/branches/main`)).toMatchObject({ commit: { id: tip } });
    const commits = await read<Commit[]>(`${CORE}/commits?sha=main`);
    expect(shas(commits)).toEqual([tip, begin]);
    expect(commits[0]).toMatchObject({
      parents: [{ sha: begin }],
      commit: { message },
      files: [{ filename: "src/a.ts", status: "modified" }],
    });
    const { content } = await read<{ content: string }>(`${CORE}/contents/src/a.ts?ref=${begin}`);
    expect(Buffer.from(content, "base64").toString()).toBe("export const a = 1;\n");
    const tree = await read<{ sha: string; tree: Entry[] }>(`${CORE}/git/trees/main?recursive=1`);
    expect(tree.sha).toBe(readCommit(git, tip).tree);
    const blobs = tree.tree.filter(({ type }) => type === "blob");
    expect(blobs.map(({ path }) => path)).toEqual(["README.md", "src/a.ts"]);
    expect(blobs.every(({ sha }) => git.objects.kindOf(sha) === "blob")).toBe(true);
    expect(tree.tree.filter(({ sha }) => git.objects.kindOf(sha) === "tree")).toHaveLength(1);
  });

  test("tells where a pull request began, its own commits, and its branch among the others", async () => {
    const { place, git, begin, pull, write, read } = forge();
    place.store.clock.advance(60);
    const more = [write("README.md", "other\n")];
    commitOn(place, { branch: "main", author: "kimi", message: "docs: other", changes: more });
    const shown = await read<{ merge_base: string; head: { sha: string } }>(`${CORE}/pulls/1`);
    expect([shown.merge_base, shown.head.sha]).toEqual([begin, pull.headSha]);
    expect(mergeBase(git, tipOf(git, "main") ?? "", pull.headSha)).toBe(begin);
    const commits = await read<Commit[]>(`${CORE}/pulls/1/commits`);
    expect(commits.map(({ commit }) => commit.message)).toEqual(["feat: whole\n", "feat: half\n"]);
    expect(commits[0]?.files).toEqual([
      { filename: "src/a.ts", status: "removed" },
      { filename: "src/c.ts", status: "added" },
    ]);
    const branches = await read<{ name: string; protected: boolean }[]>(`${CORE}/branches`);
    expect(branches.map(({ name }) => name)).toEqual(["main", "kimi/one"]);
    expect(await read(`${CORE}/branches/kimi/one`)).toMatchObject({ protected: false });
  });

  test.each([
    ["squash", 1],
    ["rebase", 2],
    ["merge", 3],
  ] as const)("lists what a %s brought: %i commits", async (kind, brought) => {
    const { place, begin, pull, read } = forge();
    place.store.clock.advance(60);
    const merged = mergePull(place, { number: 1, kind, by: "kimi" });
    pull.mergedAt = place.store.clock.now();
    const commits = await read<Commit[]>(`${CORE}/commits?sha=main`);
    expect(commits[0]?.sha).toBe("sha" in merged ? merged.sha : null);
    expect(shas(commits).at(-1)).toBe(begin);
    expect(commits).toHaveLength(brought + 1);
    const shown = await read<{ merge_base: string }>(`${CORE}/pulls/1`);
    expect(shown.merge_base).toBe(begin);
  });

  test("an id that is no commit, and a branch that is not there, are not found", () => {
    const { ask } = forge();
    for (const ref of ["0".repeat(40), "none"]) {
      expect(ask(`${CORE}/commits/${ref}/status`).status).toBe(404);
      expect(ask(`${CORE}/commits?sha=${ref}`).status).toBe(404);
      expect(ask(`${CORE}/contents?ref=${ref}`).status).toBe(404);
      expect(ask(`${CORE}/git/trees/${ref}`).status).toBe(400);
      expect(ask(`${CORE}/branches/${ref}`).status).toBe(404);
    }
  });

  test("a change between two answers is seen by the second, also where git alone moved", async () => {
    const { place, write, read } = forge();
    const tip = async () =>
      (await read<{ commit: { id: string } }>(`${CORE}/branches/main`)).commit.id;
    const before = await tip();
    const { sha } = change.push(place, {
      author: "kimi",
      title: "docs: more",
      changes: [write("docs/more.md", "more\n")],
    });
    expect([before === sha, await tip()]).toEqual([false, sha]);
    expect(await read(`${CORE}/contents/docs`)).toMatchObject([{ name: "more.md" }]);
  });
});
