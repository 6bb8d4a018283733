import { expect, test } from "vitest";
import { commit, type GitChange } from "./commit.ts";
import { commitOn } from "./commit-on.ts";
import { createBranch } from "./create-branch.ts";
import { deleteBranch } from "./delete-branch.ts";
import { firstParents } from "./first-parents.ts";
import { mergeOnto } from "./merge-onto.ts";
import { mergePull } from "./merge-pull.ts";
import { gitOf } from "./place.ts";
import { pushToPull } from "./push-to-pull.ts";
import { readCommit } from "./read-commit.ts";
import { readFiles, readText } from "./read-files.ts";
import { revertCommit } from "./revert-commit.ts";
import { onDisk } from "./testing/on-disk.ts";
import { lines, openPull, placeWithGit } from "./testing/place-with-git.ts";
import { sizesOf, toldByGit } from "./testing/told-by-git.ts";
import { tipOf } from "./tip-of.ts";

const readme = (line: number): GitChange => ({
  kind: "write",
  path: "README.md",
  content: lines(30).with(line, `changed ${line}`).join("\n"),
});
const head = { number: 1, headRef: "kimi/1", author: "kimi", message: "fix: a thing" };

/** A pull request of two commits, and a commit that came to its base meanwhile. */
function opened() {
  const place = placeWithGit();
  const git = gitOf(place.repository);
  const pull = openPull(place, { ...head, changes: [readme(2)] });
  const second: GitChange[] = [{ kind: "write", path: "src/b.ts", content: "export {};\n" }];
  pushToPull(place, { ...head, message: "test: it", changes: second });
  const base = commitOn(place, { ...head, branch: "main", changes: [readme(25)] });
  return { place, git, pull, base };
}

test.each([
  ["squash", 1, ["fix: a thing (#1)"]],
  ["rebase", 1, ["test: it", "fix: a thing"]],
  ["merge", 2, ["Merge pull request 'fix: a thing' (#1) from kimi/1 into main"]],
] as const)("a %s puts the same files onto the base", async (kind, parents, subjects) => {
  const { place, git, pull, base } = opened();
  const merged = mergePull(place, { number: 1, kind, by: "kimi" });
  const sha = tipOf(git, "main") ?? "";
  expect(merged).toEqual({ sha });
  expect(pull.mergeSha).toBe(sha);
  expect(readCommit(git, sha).parents).toHaveLength(parents);
  const text = Buffer.from(readText(git, sha, "README.md") ?? []).toString();
  expect(text.split("\n")).toEqual(lines(30).with(2, "changed 2").with(25, "changed 25"));
  const row = place.repository.branches[0]?.files ?? new Map<string, string>();
  expect([...row.keys()].toSorted()).toEqual([...readFiles(git, sha).keys()].toSorted());
  expect(row.get("README.md")).toBe(text);
  await using disk = await onDisk(git);
  expect(await disk.ask("fsck", "--strict")).toBe("");
  const log = await disk.ask("log", "--first-parent", "--format=%s", `${base}..main`);
  expect(log.trim().split("\n")).toEqual(subjects);
  expect(sizesOf(pull.files)).toEqual(await toldByGit(disk, base, sha));
});

test("a conflict names its path and changes nothing", () => {
  const { place, git, base } = opened();
  pushToPull(place, { ...head, message: "m", changes: [readme(25)] });
  commitOn(place, {
    ...head,
    branch: "main",
    changes: [{ ...readme(25), content: "other\n" } as GitChange],
  });
  const before = new Map(git.refs);
  expect(mergePull(place, { number: 1, kind: "squash", by: "kimi" })).toEqual({
    conflict: "README.md",
  });
  expect(new Map(git.refs)).toEqual(before);
  expect(base).not.toBe(tipOf(git, "main"));
});

test("a rebase brings what came before a merge of the base too", () => {
  const { place, git, pull, base } = opened();
  const input = { ref: "refs/pull/1/head", message: "merge main", author: "kimi" };
  const at = place.store.clock.now();
  const picked = mergeOnto(git, {
    kind: "merge",
    base: pull.headSha,
    head: base,
    message: "m",
    author: "kimi",
    committer: "kimi",
    at,
  });
  const parents = ["sha" in picked ? picked.sha : ""];
  const changes: GitChange[] = [{ kind: "write", path: "src/c.ts", content: "export {};\n" }];
  commit(git, { ...input, parents, at, changes });
  const merged = mergePull(place, { number: 1, kind: "rebase", by: "kimi" });
  const sha = "sha" in merged ? merged.sha : "";
  expect([...readFiles(git, sha).keys()]).toEqual([
    "README.md",
    "src/a.ts",
    "src/b.ts",
    "src/c.ts",
  ]);
  const text = Buffer.from(readText(git, sha, "README.md") ?? []).toString();
  expect(text.split("\n")).toEqual(lines(30).with(2, "changed 2").with(25, "changed 25"));
  const subjects = [...firstParents(git, sha)].map(({ message }) => message.trim());
  expect(subjects).toEqual([
    "merge main",
    "test: it",
    "fix: a thing",
    "fix: a thing",
    "feat: begin",
  ]);
});

test("a forced push takes the place of what was there", () => {
  const { place, git, pull, base } = opened();
  const sha = pushToPull(place, { ...head, message: "again", changes: [readme(3)], force: true });
  expect(readCommit(git, sha).parents).toEqual([base]);
  expect(pull.files.map(({ path }) => path)).toEqual(["README.md"]);
  expect([tipOf(git, "kimi/1"), tipOf(git, "pull/1/head"), pull.headSha]).toEqual([sha, sha, sha]);
});

test("a commit can be taken back", () => {
  const { place, git } = opened();
  const before = readFiles(git, tipOf(git, "main") ?? "");
  const merged = mergePull(place, { number: 1, kind: "squash", by: "kimi" });
  const sha = "sha" in merged ? merged.sha : "";
  revertCommit(place, { branch: "main", sha, by: "kimi" });
  const tip = tipOf(git, "main") ?? "";
  expect(readFiles(git, tip)).toEqual(before);
  expect(readCommit(git, tip).message).toBe(
    `Revert "fix: a thing (#1)"\n\nThis reverts commit ${sha}.\n`,
  );
});

test("a branch begins where it is told to, and can go", () => {
  const { place, git, base } = opened();
  expect(createBranch(place, { name: "release/1", from: "main" })).toBe(base);
  expect(() => createBranch(place, { name: "release/1" })).toThrow("already");
  expect(() => createBranch(place, { name: "a b" })).toThrow("no ref by the name");
  deleteBranch(place, "release/1");
  expect(tipOf(git, "release/1")).toBeNull();
});

test("a repository without git refuses", () => {
  const { store } = placeWithGit();
  const repository = store.repositories[1];
  if (!repository) throw new Error("The test's forge has two repositories.");
  expect(() => commitOn({ store, repository }, { ...head, branch: "main", changes: [] })).toThrow(
    "plain has no git.",
  );
});
